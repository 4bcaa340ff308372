-- What sums and averages of floats are when nothing but the result is rounded: fsum and favg, by
-- numerics, which sum() and avg() would be if they did not round in whatever order rows come.

-- The number that a float is. (A cast to numeric would be rounded to 15 digits.)
CREATE FUNCTION exact(value float8) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  bits bigint := ('x' || encode(float8send(value), 'hex'))::bit(64)::bigint;
  exponent int := (bits >> 52) & 2047;
  mantissa numeric := bits & ((1::bigint << 52) - 1);
BEGIN
  IF exponent = 2047 THEN RETURN value::numeric; END IF;
  IF exponent > 0 THEN mantissa := mantissa + 2 ^ 52::numeric; END IF;
  IF bits < 0 THEN mantissa := - mantissa; END IF;
  exponent := greatest(exponent, 1) - 1075;  -- of 2
  IF exponent >= 0 THEN RETURN mantissa * 2 ^ exponent::numeric; END IF;
  RETURN mantissa * 5 ^ (- exponent)::numeric * ('1e' || exponent)::numeric;
END $$;

CREATE FUNCTION fsum_add(state numeric, value float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS
  'SELECT CASE WHEN value IS NULL THEN state ELSE coalesce(state, 0) + exact(value) END';
CREATE FUNCTION fsum_add(state numeric, value real) RETURNS numeric LANGUAGE sql IMMUTABLE AS
  'SELECT fsum_add(state, value::float8)';
CREATE FUNCTION favg_add(state numeric[], value float8) RETURNS numeric[] LANGUAGE sql IMMUTABLE AS
  'SELECT CASE WHEN value IS NULL THEN state ELSE ARRAY[state[1] + exact(value), state[2] + 1] END';
CREATE FUNCTION favg_total(state numeric[]) RETURNS float8 LANGUAGE sql IMMUTABLE AS
  'SELECT round(state[1], 1000) / nullif(state[2], 0)';
CREATE AGGREGATE fsum(float8) (SFUNC = fsum_add, STYPE = numeric, FINALFUNC = float8);
CREATE AGGREGATE fsum(real) (SFUNC = fsum_add, STYPE = numeric, FINALFUNC = float4);
CREATE AGGREGATE favg(float8) (SFUNC = favg_add, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = favg_total);
