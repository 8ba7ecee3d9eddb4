-- What this service says. Rows stay: a new consumer starts from the first one.
create table outbox (
  -- The feed's cursor is (transaction_id, position) below pg_snapshot_xmin(): positions alone are handed out before commits,
  -- and commits overtake one another.
  transaction_id xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  id uuid not null,
  type text not null,
  subject text not null,
  time timestamptz not null,
  data jsonb not null,
  traceparent text,
  primary key (transaction_id, position)
);

create function outbox_notify() returns trigger language plpgsql as $$
begin
  notify outbox;
  return null;
end $$;

create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();

-- How far this service has read each source.
create table consumer_position (
  consumer text primary key,
  cursor text not null
);

-- What was acted upon, recorded in the transaction of the act.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- Messages whose handler failed, and later ones of the same subject, in the order in which they came.
create table parked_message (
  position bigint generated always as identity primary key,
  consumer text not null,
  event_id uuid not null,
  subject text not null,
  event jsonb not null,
  -- 0 for a message that only waits behind another.
  attempts integer not null,
  -- Null when it was given up: only a replay tries it again.
  next_attempt_at timestamptz,
  error text,
  parked_at timestamptz not null default now(),
  unique (consumer, event_id)
);

create index parked_message_subject on parked_message (consumer, subject, position);
