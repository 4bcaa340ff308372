
-- Sums of floating-point numbers without rounding, and what a face shows of them.
CREATE FUNCTION vieworm.exact_sum_add(internal, double precision, boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_add';
CREATE FUNCTION vieworm.exact_sum_total(internal) RETURNS numeric
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_total';
CREATE FUNCTION vieworm.exact_sum_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_combine';
CREATE FUNCTION vieworm.exact_sum_send(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_send';
CREATE FUNCTION vieworm.exact_sum_receive(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_receive';
CREATE AGGREGATE vieworm.exact_sum(value double precision, added boolean) (
  SFUNC = vieworm.exact_sum_add,
  STYPE = internal,
  SSPACE = 600,
  FINALFUNC = vieworm.exact_sum_total,
  COMBINEFUNC = vieworm.exact_sum_combine,
  SERIALFUNC = vieworm.exact_sum_send,
  DESERIALFUNC = vieworm.exact_sum_receive,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE vieworm.exact_sum(double precision, boolean)
  IS 'the sum of the values that are added, less those that are not, without rounding';

CREATE FUNCTION vieworm.double_of_sum(sum numeric, count bigint) RETURNS double precision
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_double_of_sum';
COMMENT ON FUNCTION vieworm.double_of_sum(numeric, bigint)
  IS 'the sum, as vieworm.exact_sum gives it, divided by the count and rounded once';
CREATE FUNCTION vieworm.real_of_sum(sum numeric) RETURNS real
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_real_of_sum';
COMMENT ON FUNCTION vieworm.real_of_sum(numeric)
  IS 'the sum, as vieworm.exact_sum gives it, rounded once';
