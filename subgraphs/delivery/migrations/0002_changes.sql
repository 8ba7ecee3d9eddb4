-- Tells every process of this service that the delivery of an order has changed, at its commit and without a statement of its own.
create function delivery_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('delivery_changed', new.order_id);
  return null;
end $$;
--> statement-breakpoint
create trigger delivery_changed after insert or update on delivery for each row execute function delivery_changed();
