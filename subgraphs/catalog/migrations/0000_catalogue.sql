CREATE TYPE "public"."allocation_state" AS ENUM('allocated', 'short', 'released');--> statement-breakpoint
CREATE TYPE "public"."movement_type" AS ENUM('received', 'allocated', 'released');--> statement-breakpoint
CREATE TYPE "public"."term_kind" AS ENUM('colour', 'size', 'material');--> statement-breakpoint
CREATE TABLE "allocation" (
	"order_id" text PRIMARY KEY NOT NULL,
	"state" "allocation_state" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category" (
	"handle" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"picture" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "one_lead" CHECK ("lead"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handle" text NOT NULL,
	"category" text NOT NULL,
	"type" text NOT NULL,
	"material" text NOT NULL,
	"name" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"popularity" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"sku" text PRIMARY KEY NOT NULL,
	"on_hand" integer NOT NULL,
	"allocated" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "allocated_is_not_negative" CHECK ("stock"."allocated" >= 0),
	CONSTRAINT "available_is_not_negative" CHECK ("stock"."on_hand" >= "stock"."allocated")
);
--> statement-breakpoint
CREATE TABLE "stock_movement" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_movement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sku" text NOT NULL,
	"type" "movement_type" NOT NULL,
	"quantity" integer NOT NULL,
	"order_id" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term" (
	"kind" "term_kind" NOT NULL,
	"code" text NOT NULL,
	"position" smallint NOT NULL,
	"name" jsonb NOT NULL,
	"swatch" text,
	CONSTRAINT "term_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
CREATE TABLE "variant" (
	"sku" text PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"colour" text NOT NULL,
	"size" text,
	"price_krw" integer NOT NULL,
	"price_usd" integer NOT NULL,
	"weight" integer NOT NULL,
	"pictures" text[] NOT NULL,
	CONSTRAINT "price_is_positive" CHECK ("variant"."price_krw" > 0 and "variant"."price_usd" > 0)
);
--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_category_category_handle_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("handle") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_sku_variant_sku_fk" FOREIGN KEY ("sku") REFERENCES "public"."variant"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_category_popularity" ON "product" USING btree ("category","popularity","id");--> statement-breakpoint
CREATE INDEX "product_popularity" ON "product" USING btree ("popularity","id");--> statement-breakpoint
CREATE INDEX "product_newest" ON "product" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "stock_movement_order" ON "stock_movement" USING btree ("order_id") WHERE "stock_movement"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "stock_movement_sku" ON "stock_movement" USING btree ("sku");--> statement-breakpoint
CREATE UNIQUE INDEX "variant_product" ON "variant" USING btree ("product_id","position");--> statement-breakpoint
CREATE VIEW "public"."product_document" AS (
  SELECT product.id, product.handle, product.category, product.popularity, product.created_at,
    jsonb_build_object(
      'id', product.id,
      'handle', product.handle,
      'category', jsonb_build_object('handle', category.handle, 'name', category.name,
        'description', category.description, 'picture', category.picture),
      'type', product.type,
      'material', jsonb_build_object('code', material.code, 'name', material.name),
      'name', product.name,
      'summary', product.summary,
      'description', product.description,
      'details', product.details,
      'popularity', product.popularity,
      'createdAt', product.created_at,
      'variants', (
        SELECT jsonb_agg(jsonb_build_object(
            'sku', variant.sku,
            'colour', jsonb_build_object('code', colour.code, 'name', colour.name, 'swatch', colour.swatch),
            'size', CASE WHEN size.code IS NOT NULL
              THEN jsonb_build_object('code', size.code, 'name', size.name) END,
            'prices', jsonb_build_object('KRW', variant.price_krw, 'USD', variant.price_usd),
            'weight', variant.weight,
            'pictures', variant.pictures,
            'available', stock.on_hand - stock.allocated
          ) ORDER BY variant.position)
        FROM variant
        JOIN stock ON stock.sku = variant.sku
        JOIN term colour ON colour.kind = 'colour' AND colour.code = variant.colour
        LEFT JOIN term size ON size.kind = 'size' AND size.code = variant.size
        WHERE variant.product_id = product.id
      )
    ) AS document
  FROM product
  JOIN category ON category.handle = product.category
  JOIN term material ON material.kind = 'material' AND material.code = product.material);