-- What is old enough to go from the inbox is found without reading the rest.
create index inbox_age on inbox (consumer, handled_at);
