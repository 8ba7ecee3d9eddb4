-- Where parcels go and how: domain data that changes by migration, read once at start.
-- Each zone is served from one depot; cut-off times are read from the depot's clock.
insert into shipping_zone (code, country, time_zone, depot_en, depot_ko, hub_en, hub_ko) values
  ('kr-mainland', 'KR', 'Asia/Seoul', 'Icheon', '이천', 'Okcheon hub', '옥천 허브'),
  ('kr-jeju', 'KR', 'Asia/Seoul', 'Icheon', '이천', 'Jeju harbour', '제주항'),
  ('kr-islands', 'KR', 'Asia/Seoul', 'Icheon', '이천', 'Mokpo harbour', '목포항'),
  ('us-east', 'US', 'America/New_York', 'Columbus, Ohio', '오하이오 콜럼버스', 'Louisville hub', '루이빌 허브'),
  ('us-west', 'US', 'America/Los_Angeles', 'Reno, Nevada', '네바다 리노', 'Ontario, California', '캘리포니아 온타리오'),
  ('us-alaska', 'US', 'America/Los_Angeles', 'Reno, Nevada', '네바다 리노', 'Anchorage hub', '앵커리지 허브'),
  ('us-hawaii', 'US', 'America/Los_Angeles', 'Reno, Nevada', '네바다 리노', 'Honolulu harbour', '호놀룰루항');
--> statement-breakpoint
insert into shipping_method (code, name_en, name_ko, min_grams, max_grams, surcharge_above_grams) values
  ('standard', 'Standard', '일반 배송', 0, 30000, 10000),
  ('next-day', 'Next day', '익일 배송', 0, 20000, 10000),
  ('express', 'Express', '특급 배송', 0, 20000, 10000),
  ('freight', 'Freight', '화물 배송', 20000, 1000000, 60000);
--> statement-breakpoint
-- Won and cents.
insert into shipping_rate (method, country, krw, usd, surcharge_krw, surcharge_usd) values
  ('standard', 'KR', 3000, 250, 3000, 250),
  ('standard', 'US', 9500, 690, 12000, 900),
  ('next-day', 'KR', 6000, 450, 4000, 300),
  ('express', 'US', 27000, 1990, 21000, 1500),
  ('freight', 'KR', 35000, 2600, 25000, 1900),
  ('freight', 'US', 130000, 9500, 70000, 5200);
--> statement-breakpoint
-- Business days after leaving. Over water it takes longer, and freight does not go to the small islands.
insert into shipping_route (method, zone, cut_off, min_days, max_days) values
  ('standard', 'kr-mainland', '17:00', 1, 2),
  ('standard', 'kr-jeju', '15:00', 2, 4),
  ('standard', 'kr-islands', '15:00', 3, 6),
  ('standard', 'us-east', '16:00', 3, 5),
  ('standard', 'us-west', '16:00', 3, 5),
  ('standard', 'us-alaska', '12:00', 6, 10),
  ('standard', 'us-hawaii', '12:00', 5, 9),
  ('next-day', 'kr-mainland', '15:00', 1, 1),
  ('express', 'us-east', '14:00', 1, 2),
  ('express', 'us-west', '14:00', 1, 2),
  ('express', 'us-alaska', '12:00', 3, 4),
  ('express', 'us-hawaii', '12:00', 2, 4),
  ('freight', 'kr-mainland', '12:00', 2, 4),
  ('freight', 'kr-jeju', '12:00', 5, 8),
  ('freight', 'us-east', '12:00', 6, 9),
  ('freight', 'us-west', '12:00', 6, 9),
  ('freight', 'us-alaska', '12:00', 12, 18),
  ('freight', 'us-hawaii', '12:00', 12, 16);
