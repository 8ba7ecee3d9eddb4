CREATE TABLE "address_book" (
	"visitor_id" text PRIMARY KEY NOT NULL,
	"addresses" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"state" text NOT NULL,
	"method" jsonb NOT NULL,
	"grams" integer NOT NULL,
	"destination" jsonb NOT NULL,
	"zone" text NOT NULL,
	"earliest" date NOT NULL,
	"promised" date NOT NULL,
	"tracking" jsonb,
	"history" jsonb NOT NULL,
	CONSTRAINT "delivery_order_id_unique" UNIQUE("order_id")
);
--> statement-breakpoint
CREATE TABLE "shipping_method" (
	"code" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ko" text NOT NULL,
	"min_grams" integer NOT NULL,
	"max_grams" integer NOT NULL,
	"surcharge_above_grams" integer,
	"announced" text
);
--> statement-breakpoint
CREATE TABLE "shipping_rate" (
	"method" text NOT NULL,
	"country" text NOT NULL,
	"krw" integer NOT NULL,
	"usd" integer NOT NULL,
	"surcharge_krw" integer,
	"surcharge_usd" integer,
	CONSTRAINT "shipping_rate_method_country_pk" PRIMARY KEY("method","country")
);
--> statement-breakpoint
CREATE TABLE "shipping_route" (
	"method" text NOT NULL,
	"zone" text NOT NULL,
	"cut_off" time NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	CONSTRAINT "shipping_route_method_zone_pk" PRIMARY KEY("method","zone"),
	CONSTRAINT "days" CHECK ("shipping_route"."min_days" between 0 and "shipping_route"."max_days")
);
--> statement-breakpoint
CREATE TABLE "shipping_zone" (
	"code" text PRIMARY KEY NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"depot_en" text NOT NULL,
	"depot_ko" text NOT NULL,
	"hub_en" text NOT NULL,
	"hub_ko" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulated_parcel" (
	"reference" uuid PRIMARY KEY NOT NULL,
	"tracking_number" text NOT NULL,
	"stops" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shipping_rate" ADD CONSTRAINT "shipping_rate_method_shipping_method_code_fk" FOREIGN KEY ("method") REFERENCES "public"."shipping_method"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_route" ADD CONSTRAINT "shipping_route_method_shipping_method_code_fk" FOREIGN KEY ("method") REFERENCES "public"."shipping_method"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_route" ADD CONSTRAINT "shipping_route_zone_shipping_zone_code_fk" FOREIGN KEY ("zone") REFERENCES "public"."shipping_zone"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "simulated_parcel_due" ON "simulated_parcel" USING btree ("due_at");