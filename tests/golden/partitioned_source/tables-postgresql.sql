CREATE TABLE orders (id bigint, region text NOT NULL, amount bigint, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE orders_north PARTITION OF orders FOR VALUES IN ('north');
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
