CREATE TABLE "cart" (
	"visitor_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"sku" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"prices" jsonb NOT NULL,
	"weight" integer NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_event" (
	"order_id" text NOT NULL,
	"version" integer NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "order_event_order_id_version_pk" PRIMARY KEY("order_id","version")
);
--> statement-breakpoint
CREATE TABLE "order_view" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"number" text NOT NULL,
	"customer_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"snapshot" jsonb NOT NULL,
	"due_at" timestamp with time zone,
	"traceparent" text,
	CONSTRAINT "order_view_number_unique" UNIQUE("number"),
	CONSTRAINT "order_view_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "shipping_method" (
	"code" text PRIMARY KEY NOT NULL,
	"method" jsonb NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_payment" (
	"reference" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"charge_id" text NOT NULL,
	"amount" integer,
	"currency" text,
	"failure" text,
	"refund_id" text
);
--> statement-breakpoint
CREATE INDEX "offer_by_product" ON "offer" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "order_view_by_customer" ON "order_view" USING btree ("customer_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "order_view_due" ON "order_view" USING btree ("due_at") WHERE "order_view"."due_at" is not null;