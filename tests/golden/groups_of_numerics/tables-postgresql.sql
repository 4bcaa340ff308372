CREATE TABLE parcels (id bigint PRIMARY KEY, kind text NOT NULL, price numeric(12,2), weight numeric);
