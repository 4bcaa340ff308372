CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE odd (id bigint PRIMARY KEY, u uuid NOT NULL, d date, e mood, n numeric(8,2) NOT NULL, b bytea);
