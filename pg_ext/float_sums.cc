// Sums of floating-point numbers: the aggregate that a store's deltas and state are made of, and
// the functions that the face shows them by.
//
// A sum is kept as a numeric. An infinity adds a number to it that no sum of finite values comes
// near to, one of either sign another one, and NaN adds both, because what is shown is NaN in
// either case: so whatever is added can be taken away again.
//
// No object in here has a destructor, so PostgreSQL's errors may jump over all of them.

#include <cmath>

#include "common/exact/exact_sum.h"
#include "pg_ext/compat.h"
#include "pg_ext/server.h"

extern "C" {
#include "libpq/pqformat.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"
}

namespace vieworm {

namespace {

static_assert(std::is_trivially_copyable_v<ExactSum>);
static_assert(std::is_trivially_destructible_v<Decimal>);

// Weights of digits. The sum of all doubles that can be counted is less than 10 to the power of
// 328, and a count has less than 40 digits.
constexpr int kBeyondFinite = 82;
constexpr int kPositiveInfinity = 85;
constexpr int kNegativeInfinity = 95;
constexpr int kBeyondAll = 105;

// The numbers of the format in which numerics are sent.
constexpr uint16 kPositive = 0x0000;
constexpr uint16 kNegative = 0x4000;

// Of the smallest double, the digits behind the point.
constexpr int kMostScale = 1074;

Datum NumericOf(const Decimal& decimal) {
  StringInfoData message;
  initStringInfo(&message);
  pq_sendint16(&message, static_cast<uint16>(decimal.size));
  pq_sendint16(&message, static_cast<uint16>(decimal.weight));
  pq_sendint16(&message, decimal.negative ? kNegative : kPositive);
  pq_sendint16(&message, static_cast<uint16>(decimal.scale));
  for (int i = 0; i < decimal.size; ++i) {
    pq_sendint16(&message, static_cast<uint16>(decimal.digits[i]));
  }
  Datum numeric = DirectFunctionCall3(numeric_recv, PointerGetDatum(&message),
                                      ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
  pfree(message.data);
  return numeric;
}

// `count` times 10000 to the power of `weight`, added to the numeric.
Datum AddInfinities(Datum numeric, int64 count, int weight) {
  if (count == 0) return numeric;
  Decimal unit;
  unit.size = 1;
  unit.weight = weight;
  unit.digits[0] = 1;
  Datum counted = DirectFunctionCall1(int8_numeric, Int64GetDatum(count));
  Datum product = DirectFunctionCall2(numeric_mul, counted, NumericOf(unit));
  return DirectFunctionCall2(numeric_add, numeric, product);
}

[[noreturn]] void RaiseNoSum() {
  ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                  errmsg("not a sum of floating-point numbers, or of none")));
  pg_unreachable();
}

void Read(Datum numeric, Decimal* decimal) {
  bytea* sent = DatumGetByteaPP(DirectFunctionCall1(numeric_send, numeric));
  StringInfoData message;
  initStringInfo(&message);
  appendBinaryStringInfo(&message, VARDATA_ANY(sent), static_cast<int>(VARSIZE_ANY_EXHDR(sent)));
  decimal->size = static_cast<int16>(pq_getmsgint(&message, 2));
  decimal->weight = static_cast<int16>(pq_getmsgint(&message, 2));
  unsigned int sign = pq_getmsgint(&message, 2);
  decimal->negative = sign == kNegative;
  decimal->scale = static_cast<int>(pq_getmsgint(&message, 2));
  bool number = sign == kPositive || sign == kNegative;
  if (!number || decimal->size > Decimal::kMostDigits || decimal->weight > kBeyondAll ||
      decimal->scale > kMostScale) {
    RaiseNoSum();
  }
  for (int i = 0; i < decimal->size; ++i) {
    decimal->digits[i] = static_cast<int16>(pq_getmsgint(&message, 2));
  }
  pfree(message.data);
  pfree(sent);
}

// What infinities and NaN make of the sum; 0 where there are none.
double BeyondFinite(const Decimal& sum) {
  if (sum.weight < kBeyondFinite) return 0;
  // Fewer than none: rows have been taken away that are still to be added.
  if (sum.negative) return get_float8_nan();
  // A finite sum that is negative has borrowed from the digits in front of it: they get it back.
  int carry = 1;
  bool positive = false;
  bool negative = false;
  for (int weight = kBeyondFinite; weight <= sum.weight + 1; ++weight) {
    int i = sum.weight - weight;
    int digit = carry + (i >= 0 && i < sum.size ? sum.digits[i] : 0);
    carry = digit / Decimal::kBase;
    bool some = digit % Decimal::kBase != 0;
    positive = positive || (some && weight >= kPositiveInfinity && weight < kNegativeInfinity);
    negative = negative || (some && weight >= kNegativeInfinity);
  }
  if (positive && negative) return get_float8_nan();
  if (positive) return get_float8_infinity();
  return negative ? -get_float8_infinity() : 0;
}

// As long as the aggregate.
ExactSum* Copy(FunctionCallInfo fcinfo, const ExactSum& sum) {
  MemoryContext context;
  if (AggCheckCallContext(fcinfo, &context) == 0) {
    elog(ERROR, "a step of exact_sum is called outside of an aggregate");
  }
  return new (MemoryContextAlloc(context, sizeof(ExactSum))) ExactSum(sum);
}

ExactSum* SumArgument(FunctionCallInfo fcinfo, int i) {
  return PG_ARGISNULL(i) ? nullptr : reinterpret_cast<ExactSum*>(PG_GETARG_POINTER(i));
}

Datum SumResult(FunctionCallInfo fcinfo, ExactSum* sum) {
  if (sum == nullptr) PG_RETURN_NULL();
  PG_RETURN_POINTER(sum);
}

// As PostgreSQL's own sums.
template <typename Float>
Float InRange(Float value) {
  if (std::isinf(value)) float_overflow_error();
  return value;
}

}  // namespace

}  // namespace vieworm

extern "C" {

PG_FUNCTION_INFO_V1(vieworm_exact_sum_add);
PG_FUNCTION_INFO_V1(vieworm_exact_sum_combine);
PG_FUNCTION_INFO_V1(vieworm_exact_sum_send);
PG_FUNCTION_INFO_V1(vieworm_exact_sum_receive);
PG_FUNCTION_INFO_V1(vieworm_exact_sum_total);
PG_FUNCTION_INFO_V1(vieworm_double_of_sum);
PG_FUNCTION_INFO_V1(vieworm_real_of_sum);

// (sum, value, whether it is added or taken away): NULL is neither.
Datum vieworm_exact_sum_add(PG_FUNCTION_ARGS) {
  vieworm::ExactSum* sum = vieworm::SumArgument(fcinfo, 0);
  if (PG_ARGISNULL(1) || PG_ARGISNULL(2)) return vieworm::SumResult(fcinfo, sum);
  if (sum == nullptr) sum = vieworm::Copy(fcinfo, {});
  sum->Add(PG_GETARG_FLOAT8(1), PG_GETARG_BOOL(2));
  return vieworm::SumResult(fcinfo, sum);
}

// The sums of several workers, and how they come from one process to another.
Datum vieworm_exact_sum_combine(PG_FUNCTION_ARGS) {
  vieworm::ExactSum* sum = vieworm::SumArgument(fcinfo, 0);
  vieworm::ExactSum* other = vieworm::SumArgument(fcinfo, 1);
  if (other == nullptr) return vieworm::SumResult(fcinfo, sum);
  if (sum == nullptr) return vieworm::SumResult(fcinfo, vieworm::Copy(fcinfo, *other));
  sum->Add(*other);
  return vieworm::SumResult(fcinfo, sum);
}

Datum vieworm_exact_sum_send(PG_FUNCTION_ARGS) {
  constexpr size_t kSize = VARHDRSZ + sizeof(vieworm::ExactSum);
  auto* message = static_cast<bytea*>(palloc(kSize));
  SET_VARSIZE(message, kSize);
  memcpy(VARDATA(message), PG_GETARG_POINTER(0), sizeof(vieworm::ExactSum));
  PG_RETURN_BYTEA_P(message);
}

Datum vieworm_exact_sum_receive(PG_FUNCTION_ARGS) {
  vieworm::ExactSum sum;
  memcpy(&sum, VARDATA_ANY(PG_GETARG_BYTEA_PP(0)), sizeof sum);
  return vieworm::SumResult(fcinfo, vieworm::Copy(fcinfo, sum));
}

Datum vieworm_exact_sum_total(PG_FUNCTION_ARGS) {
  if (PG_ARGISNULL(0)) return vieworm::NumericOf({});
  const vieworm::ExactSum* sum = vieworm::SumArgument(fcinfo, 0);
  Datum total = vieworm::NumericOf(sum->Finite());
  total = vieworm::AddInfinities(total, sum->positive_infinities(), vieworm::kPositiveInfinity);
  return vieworm::AddInfinities(total, sum->negative_infinities(), vieworm::kNegativeInfinity);
}

// (sum, count): their quotient.
Datum vieworm_double_of_sum(PG_FUNCTION_ARGS) {
  vieworm::Decimal sum;
  vieworm::Read(PG_GETARG_DATUM(0), &sum);
  int64 count = PG_GETARG_INT64(1);
  if (count <= 0) vieworm::RaiseNoSum();
  double beyond = vieworm::BeyondFinite(sum);
  if (beyond != 0) PG_RETURN_FLOAT8(beyond);
  PG_RETURN_FLOAT8(vieworm::InRange(vieworm::ToDouble(sum, count)));
}

Datum vieworm_real_of_sum(PG_FUNCTION_ARGS) {
  vieworm::Decimal sum;
  vieworm::Read(PG_GETARG_DATUM(0), &sum);
  double beyond = vieworm::BeyondFinite(sum);
  if (beyond != 0) PG_RETURN_FLOAT4(static_cast<float4>(beyond));
  PG_RETURN_FLOAT4(vieworm::InRange(vieworm::ToFloat(sum)));
}

}  // extern "C"
