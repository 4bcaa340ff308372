CREATE TABLE log (kind TEXT, level INTEGER, message TEXT);
