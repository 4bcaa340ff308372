-- A database with views of vieworm 0.1.0: what pg_dump wrote, with the version of the extension.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE EXTENSION vieworm SCHEMA public VERSION '0.1.0';
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE vieworm."Odd Name_store" (
    region text,
    amount numeric(12,2)
);
CREATE VIEW public."Odd Name" AS
 SELECT "Odd Name_store".region,
    "Odd Name_store".amount
   FROM vieworm."Odd Name_store";
COMMENT ON VIEW public."Odd Name" IS 'kept';
CREATE TABLE vieworm.bosses_store (
    id integer,
    boss text,
    key_1_1 integer,
    key_2_1 text
);
CREATE VIEW public.bosses AS
 SELECT bosses_store.id,
    bosses_store.boss
   FROM vieworm.bosses_store;
CREATE TABLE public.orders (
    id integer NOT NULL,
    region text NOT NULL,
    amount numeric(12,2) NOT NULL
);
CREATE MATERIALIZED VIEW public.native AS
 SELECT max(orders.amount) AS most
   FROM public.orders
  WITH NO DATA;
CREATE TABLE vieworm.paused_store (
    region text,
    rows bigint
);
CREATE VIEW public.paused AS
 SELECT paused_store.region
   FROM vieworm.paused_store
  WHERE (paused_store.rows > 0);
CREATE VIEW public.plain AS
 SELECT orders.id
   FROM public.orders;
CREATE TABLE public.regions (
    region text NOT NULL,
    boss text
);
CREATE TABLE vieworm.sales_store (
    region text,
    rows bigint,
    count_1 bigint,
    others_1 bigint,
    integers_1 numeric
);
CREATE VIEW public.sales AS
 SELECT t2.k1 AS region,
    t2.r1 AS n,
    t2.r2 AS amount
   FROM ( SELECT sales_store.region AS k1,
            sales_store.rows AS r1,
                CASE
                    WHEN (sales_store.others_1 > 0) THEN 'NaN'::numeric
                    WHEN (sales_store.count_1 > 0) THEN sales_store.integers_1
                    ELSE NULL::numeric
                END AS r2
           FROM vieworm.sales_store
          WHERE (sales_store.rows > 0)) t2;
CREATE TABLE vieworm.sizes_store (
    n bigint,
    rows bigint
);
CREATE VIEW public.sizes AS
 SELECT t4.k1 AS n,
    t4.r1 AS regions
   FROM ( SELECT sizes_store.n AS k1,
            sizes_store.rows AS r1
           FROM vieworm.sizes_store
          WHERE (sizes_store.rows > 0)) t4;
CREATE VIEW vieworm."Odd Name_definition" AS
 SELECT orders.region,
    orders.amount
   FROM public.orders;
CREATE VIEW vieworm.bosses_definition AS
 SELECT o.id,
    r.boss
   FROM (public.orders o
     JOIN public.regions r ON ((r.region = o.region)));
CREATE VIEW vieworm.bosses_state AS
 SELECT t1.id,
    t2.boss,
    t1.id AS key_1_1,
    t2.region AS key_2_1
   FROM public.orders t1,
    public.regions t2
  WHERE (t2.region = t1.region);
CREATE VIEW vieworm.paused_definition AS
 SELECT DISTINCT orders.region
   FROM public.orders;
CREATE VIEW vieworm.paused_state AS
 SELECT i.region,
    count(*) AS rows
   FROM ( SELECT t1.region
           FROM public.orders t1) i
  GROUP BY i.region;
CREATE VIEW vieworm.sales_definition AS
 SELECT orders.region,
    count(*) AS n,
    sum(orders.amount) AS amount
   FROM public.orders
  GROUP BY orders.region;
CREATE VIEW vieworm.sales_state AS
 SELECT i.k1 AS region,
    count(*) AS rows,
    count(i.a1) AS count_1,
    count(*) FILTER (WHERE (i.a1 = 'NaN'::numeric)) AS others_1,
    COALESCE(sum(i.a1) FILTER (WHERE (i.a1 <> 'NaN'::numeric)), (0)::numeric) AS integers_1
   FROM ( SELECT t1.region AS k1,
            t1.amount AS a1
           FROM public.orders t1) i
  GROUP BY i.k1;
CREATE VIEW vieworm.sizes_definition AS
 SELECT sales.n,
    count(*) AS regions
   FROM public.sales
  GROUP BY sales.n;
CREATE VIEW vieworm.sizes_state AS
 SELECT i.k1 AS n,
    count(*) AS rows
   FROM ( SELECT t1.rows AS k1
           FROM vieworm.sales_store t1
          WHERE (t1.rows > 0)) i
  GROUP BY i.k1;
COPY public.orders (id, region, amount) FROM stdin;
1	north	40.00
2	south	25.00
3	north	10.00
\.
COPY public.regions (region, boss) FROM stdin;
north	Ann
south	Bob
\.
COPY vieworm."Odd Name_store" (region, amount) FROM stdin;
north	40.00
south	25.00
north	10.00
\.
COPY vieworm.bosses_store (id, boss, key_1_1, key_2_1) FROM stdin;
1	Ann	1	north
2	Bob	2	south
3	Ann	3	north
\.
COPY vieworm.paused_store (region, rows) FROM stdin;
south	1
north	2
\.
COPY vieworm.programs (store, source, event, program) FROM stdin;
vieworm.sales_store	public.orders	insert	{"apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", pg_catalog.count(*), pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.=) 'NaN'), COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN'), 0)\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"k1\\", \\"t1\\".\\"amount\\" AS \\"a1\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\") AS i\\n  GROUP BY \\"k1\\"\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\""], "keyed": false, "locks": "none", "finish": [], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", 1, 1, CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END, CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END\\n  FROM (SELECT $2 AS \\"k1\\", $1 AS \\"a1\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\""], "moves": [], "order": [], "columns": ["amount", "region"]}, "overlaps": false}
vieworm.sales_store	public.orders	update	{"apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", COALESCE(pg_catalog.sum(\\"weight\\"), 0), COALESCE(pg_catalog.sum(\\"weight\\"), 0), COALESCE(pg_catalog.sum(\\"weight\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.=) 'NaN'), 0), (COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' AND \\"added\\"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' AND NOT \\"added\\"), 0))\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"k1\\", \\"t1\\".\\"amount\\" AS \\"a1\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\"\\n    UNION ALL SELECT \\"t1\\".\\"region\\" AS \\"k1\\", \\"t1\\".\\"amount\\" AS \\"a1\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\") AS i\\n  GROUP BY \\"k1\\"\\n  HAVING COALESCE(pg_catalog.sum(\\"weight\\"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum(\\"weight\\"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum(\\"weight\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.=) 'NaN'), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' AND \\"added\\"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' AND NOT \\"added\\"), 0)) OPERATOR(pg_catalog.<>) 0\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"sales_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": ["amount", "region"], "one_row": {"same": ["region"], "apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", 0, 0, (CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN \\"a1_before\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END), (CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN \\"a1_before\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1_before\\"), 0)::pg_catalog.numeric ELSE 0 END)\\n  FROM (SELECT $2 AS \\"k1\\", $1 AS \\"a1\\", $3 AS \\"a1_before\\") AS i\\n  WHERE (CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN \\"a1_before\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END) OPERATOR(pg_catalog.<>) 0 OR (CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN \\"a1_before\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1_before\\"), 0)::pg_catalog.numeric ELSE 0 END) OPERATOR(pg_catalog.<>) 0\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "moves": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", -1, -1, (OPERATOR(pg_catalog.-) CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END)\\n  FROM (SELECT $4 AS \\"k1\\", $3 AS \\"a1\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END", "INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", 1, 1, CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END, CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END\\n  FROM (SELECT $2 AS \\"k1\\", $1 AS \\"a1\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\""], "order": ["region"], "columns": ["amount", "region"]}, "overlaps": false}
vieworm.sales_store	public.orders	delete	{"apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.=) 'NaN')), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum(\\"a1\\") FILTER (WHERE \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN'), 0))\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"k1\\", \\"t1\\".\\"amount\\" AS \\"a1\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\") AS i\\n  GROUP BY \\"k1\\"\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"sales_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"sales_store\\" AS s (\\"region\\", \\"rows\\", \\"count_1\\", \\"others_1\\", \\"integers_1\\")\\n  SELECT \\"k1\\", -1, -1, (OPERATOR(pg_catalog.-) CASE WHEN \\"a1\\" OPERATOR(pg_catalog.=) 'NaN' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN \\"a1\\" OPERATOR(pg_catalog.<>) 'NaN' THEN COALESCE((\\"a1\\"), 0)::pg_catalog.numeric ELSE 0 END)\\n  FROM (SELECT $2 AS \\"k1\\", $1 AS \\"a1\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\", \\"count_1\\" = s.\\"count_1\\" OPERATOR(pg_catalog.+) excluded.\\"count_1\\", \\"others_1\\" = s.\\"others_1\\" OPERATOR(pg_catalog.+) excluded.\\"others_1\\", \\"integers_1\\" = s.\\"integers_1\\" OPERATOR(pg_catalog.+) excluded.\\"integers_1\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0 AND s.\\"count_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"others_1\\" OPERATOR(pg_catalog.=) 0 AND s.\\"integers_1\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "moves": [], "order": [], "columns": ["amount", "region"]}, "overlaps": false}
vieworm.bosses_store	public.orders	insert	{"alone": ["INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM vieworm_new AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"id\\" FROM vieworm_new) AS n WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) n.\\"id\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM (SELECT \\"id\\" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"orders\\" AS t WHERE t.\\"id\\" OPERATOR(pg_catalog.=) n.\\"id\\" OFFSET 0) AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) $1", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\")) AND \\"t1\\".\\"id\\" OPERATOR(pg_catalog.=) $1"], "moves": [], "order": [], "columns": ["id"]}, "overlaps": true}
vieworm.bosses_store	public.orders	update	{"alone": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"id\\" FROM vieworm_old) AS n WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) n.\\"id\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM vieworm_new AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"id\\" FROM vieworm_old UNION SELECT \\"id\\" FROM vieworm_new) AS n WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) n.\\"id\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM (SELECT \\"id\\" FROM vieworm_old UNION SELECT \\"id\\" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"orders\\" AS t WHERE t.\\"id\\" OPERATOR(pg_catalog.=) n.\\"id\\" OFFSET 0) AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 1, "columns": ["id", "region"], "one_row": {"same": ["id"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) $1", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\")) AND \\"t1\\".\\"id\\" OPERATOR(pg_catalog.=) $1"], "moves": [], "order": [], "columns": ["id"]}, "overlaps": true}
vieworm.bosses_store	public.orders	delete	{"alone": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"id\\" FROM vieworm_old) AS n WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) n.\\"id\\""], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"id\\" FROM vieworm_old) AS n WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) n.\\"id\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM (SELECT \\"id\\" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"orders\\" AS t WHERE t.\\"id\\" OPERATOR(pg_catalog.=) n.\\"id\\" OFFSET 0) AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_1_1\\" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM \\"public\\".\\"orders\\" AS \\"t1\\" WHERE \\"t1\\".\\"id\\" OPERATOR(pg_catalog.=) $1)"], "moves": [], "order": [], "columns": ["id"]}, "overlaps": true}
vieworm.bosses_store	public.regions	insert	{"alone": ["INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", vieworm_new AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"region\\" FROM vieworm_new) AS n WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) n.\\"region\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", (SELECT \\"region\\" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"regions\\" AS t WHERE t.\\"region\\" OPERATOR(pg_catalog.=) n.\\"region\\" OFFSET 0) AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 2, "columns": [], "one_row": {"same": [], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) $1", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\")) AND \\"t2\\".\\"region\\" OPERATOR(pg_catalog.=) $1"], "moves": [], "order": [], "columns": ["region"]}, "overlaps": true}
vieworm.bosses_store	public.regions	update	{"alone": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"region\\" FROM vieworm_old) AS n WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) n.\\"region\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", vieworm_new AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"region\\" FROM vieworm_old UNION SELECT \\"region\\" FROM vieworm_new) AS n WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) n.\\"region\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", (SELECT \\"region\\" FROM vieworm_old UNION SELECT \\"region\\" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"regions\\" AS t WHERE t.\\"region\\" OPERATOR(pg_catalog.=) n.\\"region\\" OFFSET 0) AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 2, "columns": ["boss", "region"], "one_row": {"same": ["region"], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) $1", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", \\"public\\".\\"regions\\" AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\")) AND \\"t2\\".\\"region\\" OPERATOR(pg_catalog.=) $1"], "moves": [], "order": [], "columns": ["region"]}, "overlaps": true}
vieworm.bosses_store	public.regions	delete	{"alone": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"region\\" FROM vieworm_old) AS n WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) n.\\"region\\""], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s USING (SELECT \\"region\\" FROM vieworm_old) AS n WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) n.\\"region\\"", "INSERT INTO \\"vieworm\\".\\"bosses_store\\" (\\"id\\", \\"boss\\", \\"key_1_1\\", \\"key_2_1\\") SELECT \\"t1\\".\\"id\\", \\"t2\\".\\"boss\\", \\"t1\\".\\"id\\", \\"t2\\".\\"region\\" FROM \\"public\\".\\"orders\\" AS \\"t1\\", (SELECT \\"region\\" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM \\"public\\".\\"regions\\" AS t WHERE t.\\"region\\" OPERATOR(pg_catalog.=) n.\\"region\\" OFFSET 0) AS \\"t2\\" WHERE ((\\"t2\\".\\"region\\" = \\"t1\\".\\"region\\"))"], "keyed": true, "locks": "others", "finish": [], "number": 2, "columns": [], "one_row": {"same": [], "apply": ["DELETE FROM \\"vieworm\\".\\"bosses_store\\" AS s WHERE s.\\"key_2_1\\" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM \\"public\\".\\"regions\\" AS \\"t2\\" WHERE \\"t2\\".\\"region\\" OPERATOR(pg_catalog.=) $1)"], "moves": [], "order": [], "columns": ["region"]}, "overlaps": true}
vieworm.sizes_store	vieworm.sales_store	insert	{"apply": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", pg_catalog.count(*)\\n  FROM (SELECT \\"t1\\".\\"rows\\" AS \\"k1\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\" WHERE ((\\"t1\\".\\"rows\\" > 0))) AS i\\n  GROUP BY \\"k1\\"\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "keyed": false, "locks": "none", "finish": [], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", 1\\n  FROM (SELECT $1 AS \\"k1\\" WHERE (($1 > 0))) AS i\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "moves": [], "order": [], "columns": ["rows"]}, "overlaps": false}
vieworm.sizes_store	vieworm.sales_store	update	{"apply": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", COALESCE(pg_catalog.sum(\\"weight\\"), 0)\\n  FROM (SELECT \\"t1\\".\\"rows\\" AS \\"k1\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\" WHERE ((\\"t1\\".\\"rows\\" > 0))\\n    UNION ALL SELECT \\"t1\\".\\"rows\\" AS \\"k1\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\" WHERE ((\\"t1\\".\\"rows\\" > 0))) AS i\\n  GROUP BY \\"k1\\"\\n  HAVING COALESCE(pg_catalog.sum(\\"weight\\"), 0) OPERATOR(pg_catalog.<>) 0\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"sizes_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": ["rows"], "one_row": {"same": ["rows"], "apply": [], "moves": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", -1\\n  FROM (SELECT $2 AS \\"k1\\" WHERE (($2 > 0))) AS i\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END", "INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", 1\\n  FROM (SELECT $1 AS \\"k1\\" WHERE (($1 > 0))) AS i\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "order": ["rows"], "columns": ["rows"]}, "overlaps": false}
vieworm.sizes_store	vieworm.sales_store	delete	{"apply": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", (OPERATOR(pg_catalog.-) pg_catalog.count(*))\\n  FROM (SELECT \\"t1\\".\\"rows\\" AS \\"k1\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\" WHERE ((\\"t1\\".\\"rows\\" > 0))) AS i\\n  GROUP BY \\"k1\\"\\n  ORDER BY \\"k1\\"\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"sizes_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"sizes_store\\" AS s (\\"n\\", \\"rows\\")\\n  SELECT \\"k1\\", -1\\n  FROM (SELECT $1 AS \\"k1\\" WHERE (($1 > 0))) AS i\\n  ON CONFLICT (\\"n\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "moves": [], "order": [], "columns": ["rows"]}, "overlaps": false}
vieworm.paused_store	public.orders	insert	{"apply": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", pg_catalog.count(*)\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"region\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\") AS i\\n  GROUP BY \\"region\\"\\n  ORDER BY \\"region\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "keyed": false, "locks": "none", "finish": [], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", 1\\n  FROM (SELECT $1 AS \\"region\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "moves": [], "order": [], "columns": ["region"]}, "overlaps": false}
vieworm.paused_store	public.orders	update	{"apply": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", COALESCE(pg_catalog.sum(\\"weight\\"), 0)\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"region\\", true AS \\"added\\", 1 AS \\"weight\\" FROM vieworm_new AS \\"t1\\"\\n    UNION ALL SELECT \\"t1\\".\\"region\\" AS \\"region\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\") AS i\\n  GROUP BY \\"region\\"\\n  HAVING COALESCE(pg_catalog.sum(\\"weight\\"), 0) OPERATOR(pg_catalog.<>) 0\\n  ORDER BY \\"region\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"paused_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": ["region"], "one_row": {"same": ["region"], "apply": [], "moves": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", -1\\n  FROM (SELECT $2 AS \\"region\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END", "INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", 1\\n  FROM (SELECT $1 AS \\"region\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\""], "order": ["region"], "columns": ["region"]}, "overlaps": false}
vieworm.paused_store	public.orders	delete	{"apply": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", (OPERATOR(pg_catalog.-) pg_catalog.count(*))\\n  FROM (SELECT \\"t1\\".\\"region\\" AS \\"region\\", false AS \\"added\\", -1 AS \\"weight\\" FROM vieworm_old AS \\"t1\\") AS i\\n  GROUP BY \\"region\\"\\n  ORDER BY \\"region\\"\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "keyed": false, "locks": "none", "finish": ["DELETE FROM \\"vieworm\\".\\"paused_store\\" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s.\\"rows\\" OPERATOR(pg_catalog.=) 0)"], "number": 1, "columns": [], "one_row": {"same": [], "apply": ["INSERT INTO \\"vieworm\\".\\"paused_store\\" AS s (\\"region\\", \\"rows\\")\\n  SELECT \\"region\\", -1\\n  FROM (SELECT $1 AS \\"region\\") AS i\\n  ON CONFLICT (\\"region\\") DO UPDATE SET \\"rows\\" = s.\\"rows\\" OPERATOR(pg_catalog.+) excluded.\\"rows\\"\\n  RETURNING CASE WHEN (s.\\"rows\\" OPERATOR(pg_catalog.=) 0) THEN s.ctid END"], "moves": [], "order": [], "columns": ["region"]}, "overlaps": false}
\.
COPY vieworm.registry (view, store, definition, state, bounds, as_of, spec, storage, method, mode, timing, strategy, paused, reason, created_at, populated, rows, due_at, job, last_attempt, last_refresh, last_duration_ms, last_mode, last_deleted, last_inserted, last_error, last_error_at) FROM stdin;
public.sales	vieworm.sales_store	vieworm.sales_definition	vieworm.sales_state	\N	\N	{"name": "sales", "refresh": {"on": "statement", "mode": "incremental"}, "definition": "SELECT region, count(*) AS n, sum(amount) AS amount FROM orders GROUP BY region"}	store	materialized	incremental	statement	{"public.orders": "linear"}	f		2026-11-27 11:27:56.7991+00	t	2	\N	\N	2026-11-27 11:27:56.799099+00	2026-11-27 11:27:56.799099+00	5.315277	full	0	2	\N	\N
public.bosses	vieworm.bosses_store	vieworm.bosses_definition	vieworm.bosses_state	\N	\N	{"name": "bosses", "refresh": {"on": "statement", "mode": "incremental"}, "definition": "SELECT o.id, r.boss FROM orders AS o JOIN regions AS r ON r.region = o.region"}	store	materialized	incremental	statement	{"public.orders": "keyed", "public.regions": "keyed"}	f		2026-11-27 11:27:56.833104+00	t	3	\N	\N	2026-11-27 11:27:56.833103+00	2026-11-27 11:27:56.833103+00	27.40749	full	0	3	\N	\N
public."Odd Name"	vieworm."Odd Name_store"	vieworm."Odd Name_definition"	\N	\N	\N	{"name": "Odd Name", "method": "table", "comment": "kept", "refresh": {"schedule": "1 day"}, "definition": "SELECT region, amount FROM orders"}	store	table	full	demand	\N	f	this version of vieworm refreshes in full	2026-11-27 11:28:11.69191+00	t	3	2026-11-28 11:28:11+00	\N	2026-11-27 11:28:11.691909+00	2026-11-27 11:28:11.691909+00	41.966415	full	0	3	\N	\N
public.native	\N	\N	\N	\N	\N	{"name": "native", "method": "materialized", "definition": "SELECT max(amount) AS most FROM orders"}	materialized view	materialized	full	demand	\N	f	this version of vieworm refreshes in full	2026-11-27 11:28:11.706163+00	t	\N	\N	\N	2026-11-27 11:28:11.706162+00	2026-11-27 11:28:11.706162+00	8.135145	full	\N	\N	\N	\N
public.plain	\N	\N	\N	\N	\N	{"name": "plain", "definition": "SELECT id FROM orders"}	view	simple	\N	\N	\N	f	\N	2026-11-27 11:28:11.712057+00	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
public.sizes	vieworm.sizes_store	vieworm.sizes_definition	vieworm.sizes_state	\N	\N	{"name": "sizes", "refresh": {"on": "statement", "mode": "incremental"}, "definition": "SELECT n, count(*) AS regions FROM sales GROUP BY n"}	store	materialized	incremental	statement	{"vieworm.sales_store": "linear"}	f		2026-11-27 11:28:11.75107+00	t	2	\N	\N	2026-11-27 11:28:11.75107+00	2026-11-27 11:28:11.751069+00	31.553497	full	0	2	\N	\N
public.paused	vieworm.paused_store	vieworm.paused_definition	vieworm.paused_state	\N	\N	{"name": "paused", "refresh": {"on": "statement", "mode": "incremental"}, "definition": "SELECT DISTINCT region FROM orders"}	store	materialized	incremental	statement	{"public.orders": "linear"}	t		2026-11-27 11:28:11.775873+00	t	2	\N	\N	2026-11-27 11:28:11.775872+00	2026-11-27 11:28:11.775872+00	22.197915	full	0	2	\N	\N
\.
COPY vieworm.sales_store (region, rows, count_1, others_1, integers_1) FROM stdin;
south	1	1	0	25.00
north	2	2	0	50.00
\.
COPY vieworm.sizes_store (n, rows) FROM stdin;
1	1
2	1
\.
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regions
    ADD CONSTRAINT regions_pkey PRIMARY KEY (region);
CREATE INDEX bosses_store_key_1_1_idx ON vieworm.bosses_store USING btree (key_1_1);
CREATE INDEX bosses_store_key_2_1_idx ON vieworm.bosses_store USING btree (key_2_1);
CREATE UNIQUE INDEX paused_store_region_idx ON vieworm.paused_store USING btree (region) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX sales_store_region_idx ON vieworm.sales_store USING btree (region) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX sizes_store_n_idx ON vieworm.sizes_store USING btree (n) NULLS NOT DISTINCT;
CREATE TRIGGER bosses_store_begin_delete BEFORE DELETE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_begin_delete BEFORE DELETE ON public.regions FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_begin_insert BEFORE INSERT ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_begin_insert BEFORE INSERT ON public.regions FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_begin_update BEFORE UPDATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_begin_update BEFORE UPDATE ON public.regions FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_delete AFTER DELETE ON public.orders REFERENCING OLD TABLE AS vieworm_old FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_delete AFTER DELETE ON public.regions REFERENCING OLD TABLE AS vieworm_old FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_insert AFTER INSERT ON public.orders REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_insert AFTER INSERT ON public.regions REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_truncate AFTER TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_truncate AFTER TRUNCATE ON public.regions FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_update AFTER UPDATE ON public.orders REFERENCING OLD TABLE AS vieworm_old NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER bosses_store_update AFTER UPDATE ON public.regions REFERENCING OLD TABLE AS vieworm_old NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('bosses_store');
CREATE TRIGGER sales_store_delete AFTER DELETE ON public.orders REFERENCING OLD TABLE AS vieworm_old FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sales_store');
CREATE TRIGGER sales_store_insert AFTER INSERT ON public.orders REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sales_store');
CREATE TRIGGER sales_store_truncate AFTER TRUNCATE ON public.orders FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sales_store');
CREATE TRIGGER sales_store_update AFTER UPDATE ON public.orders REFERENCING OLD TABLE AS vieworm_old NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sales_store');
CREATE TRIGGER sizes_store_delete AFTER DELETE ON vieworm.sales_store REFERENCING OLD TABLE AS vieworm_old FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sizes_store');
CREATE TRIGGER sizes_store_insert AFTER INSERT ON vieworm.sales_store REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sizes_store');
CREATE TRIGGER sizes_store_truncate AFTER TRUNCATE ON vieworm.sales_store FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sizes_store');
CREATE TRIGGER sizes_store_update AFTER UPDATE ON vieworm.sales_store REFERENCING OLD TABLE AS vieworm_old NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sizes_store');
CREATE TRIGGER vieworm_guard BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON vieworm."Odd Name_store" FOR EACH STATEMENT EXECUTE FUNCTION vieworm.guard_store();
CREATE TRIGGER vieworm_guard BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON vieworm.bosses_store FOR EACH STATEMENT EXECUTE FUNCTION vieworm.guard_store();
CREATE TRIGGER vieworm_guard BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON vieworm.paused_store FOR EACH STATEMENT EXECUTE FUNCTION vieworm.guard_store();
CREATE TRIGGER vieworm_guard BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON vieworm.sales_store FOR EACH STATEMENT EXECUTE FUNCTION vieworm.guard_store();
CREATE TRIGGER vieworm_guard BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON vieworm.sizes_store FOR EACH STATEMENT EXECUTE FUNCTION vieworm.guard_store();
REFRESH MATERIALIZED VIEW public.native;
