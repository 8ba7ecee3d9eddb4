-- What a service of the tests does on an event.
create table effect (
  position bigint generated always as identity primary key,
  event_id uuid not null,
  subject text not null,
  value integer not null
);
