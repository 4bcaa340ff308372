CREATE TABLE parcels (id bigint PRIMARY KEY, kind text NOT NULL, weight double precision);
