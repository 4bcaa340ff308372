-- Takes away what hand_*.sql have made.
DO $$
DECLARE
  function regprocedure;
BEGIN
  FOR function IN SELECT oid FROM pg_proc
    WHERE pronamespace = 'bench_hand'::regnamespace AND prorettype = 'trigger'::regtype
  LOOP
    EXECUTE 'DROP FUNCTION ' || function || ' CASCADE';
  END LOOP;
END
$$;
DROP TABLE bench_hand.kept CASCADE;
