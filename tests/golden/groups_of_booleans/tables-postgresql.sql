CREATE TABLE parcels (id bigint PRIMARY KEY, kind text NOT NULL, fragile boolean, flags integer);
