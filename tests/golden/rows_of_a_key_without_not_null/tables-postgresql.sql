CREATE TABLE parts (code text UNIQUE, n integer);
