create table half_done ();
create tabel typo ();
