// The grammar of SQLite's SELECT, after the syntax diagrams of sqlite.org/lang_select.html and
// lang_expr.html (SQLite 3.40 to 3.53, without WITHIN GROUP, which default builds leave out), for
// the Lemon parser generator (Debian package "lemon").
//
// Generated in the build directory, never committed, and compiled as part of grammar.cc:
//
//   mkdir -p $BUILD/sqlite_ext/parse
//   lemon -q -T/usr/share/lemon/lempar.c -d$BUILD/sqlite_ext/parse sqlite_ext/parse/select.y
//
// writes select.c and select.h there; $BUILD is on the include path. tokenizer.cc, keywords.cc,
// builder.cc and builder_expr.cc use select.h, grammar.cc uses both; no other file may.
//
// Most keywords of SQLite also serve as identifiers. The tokenizer reports those that SELECT never
// uses as ID at once; those that it does use are listed under %fallback. Lemon falls back wherever
// the state has no action of its own for the keyword, before it considers a default reduction. So
// no rule below may put an empty production where both such a keyword and an identifier can follow:
// that is why `window` spells its six forms out.
//
// Actions only call the Builder; the values of list rules are lists that the Builder owns.

%name ViewormSelect
%token_prefix TK_
%token_type {Token}
%default_type {Token}
%extra_context {Builder* b}
%stack_size 4000

%syntax_error { b->FailAtToken(TOKEN); }
%stack_overflow { b->FailTooDeep(); }

// Codes of the tokenizer that no rule uses: ILLEGAL, RESERVED (keywords that are never identifiers
// and not part of SELECT) and SEMI end the parse.
%token ILLEGAL RESERVED SEMI.

%fallback ID
  ASC BY CAST CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DESC END EXCLUDE FIRST FOLLOWING
  GLOB GROUPS LAST LIKE MATCH MATERIALIZED NO NULLS OFFSET OTHERS PARTITION PRECEDING RAISE RANGE
  RECURSIVE REGEXP ROW ROWS TIES UNBOUNDED WITH.

// From loose to tight, as lang_expr.html has it.
%left OR.
%left AND.
%right NOT.
%left EQ NE IS ISNULL NOTNULL BETWEEN IN MATCH LIKE GLOB REGEXP.
%left LT LE GT GE.
%right ESCAPE.
%left BITAND BITOR LSHIFT RSHIFT.
%left PLUS MINUS.
%left STAR SLASH REM.
%left CONCAT ARROW LONG_ARROW.
%left COLLATE.
%right BITNOT.

%start_symbol statement

statement ::= select(S). { b->Finish(S); }

// ----------------------------------------------------------------------------------------- names

%token_class identifier ID|INDEXED|JOIN_KW.
%token_class word ID|STRING.

%type name {Name*}
name(A) ::= identifier(T). { A = b->New(b->NameOf(T)); }
name(A) ::= STRING(T).    { A = b->New(b->NameOf(T)); }

%type names {Names*}
names(A) ::= name(N).                { A = b->New(Names{*N}); }
names(A) ::= names(A) COMMA name(N). { A->push_back(*N); }

%type table_name {TableName*}
table_name(A) ::= name(N).             { A = b->New(TableName{std::nullopt, *N}); }
table_name(A) ::= name(S) DOT name(N). { A = b->New(TableName{*S, *N}); }

// Null where there is none.
%type alias {Name*}
alias(A) ::= .           { A = nullptr; }
alias(A) ::= AS name(N). { A = N; }
alias(A) ::= word(T).    { A = b->New(b->NameOf(T)); }

// -------------------------------------------------------------------------- WITH, compound SELECT

%type select {const Select*}
select(A) ::= compound(S).                       { A = b->FinishSelect(S); }
select(A) ::= WITH(T) ctes(L) compound(S).       { A = b->FinishSelect(b->With(T, S, L, false)); }
select(A) ::= WITH(T) RECURSIVE ctes(L) compound(S).
                                                 { A = b->FinishSelect(b->With(T, S, L, true)); }

%type ctes {std::vector<Cte>*}
ctes(A) ::= cte(C).               { A = b->New(std::vector<Cte>{*C}); }
ctes(A) ::= ctes(A) COMMA cte(C). { A->push_back(*C); }

%type cte {Cte*}
cte(A) ::= name(N) cte_columns(L) AS materialized(M) LP select(S) RP.
                                                        { A = b->New(Cte{*N, *L, M, S}); }

%type cte_columns {Names*}
cte_columns(A) ::= .                { A = b->New(Names{}); }
cte_columns(A) ::= LP names(L) RP.  { A = L; }

%type materialized {Materialized}
materialized(A) ::= .                 { A = Materialized::kDefault; }
materialized(A) ::= MATERIALIZED.     { A = Materialized::kYes; }
materialized(A) ::= NOT MATERIALIZED. { A = Materialized::kNo; }

%type compound {Select*}
compound(A) ::= core(C).                             { A = C; }
compound(A) ::= compound(X) compound_op(OP) core(C). { A = b->Append(X, OP, C); }

%type compound_op {CompoundOp}
compound_op(A) ::= UNION.     { A = CompoundOp::kUnion; }
compound_op(A) ::= UNION ALL. { A = CompoundOp::kUnionAll; }
compound_op(A) ::= INTERSECT. { A = CompoundOp::kIntersect; }
compound_op(A) ::= EXCEPT.    { A = CompoundOp::kExcept; }

// One core, as a Select of its own: that is where its ORDER BY and LIMIT are kept.
%type core {Select*}
core(A) ::= SELECT(T) distinct(D) result_columns(C) from(F) where(W) group_by(G) having(H)
            windows(V) order_by(O) limit(L).
            { A = b->SelectCore(T, Query{D, *C, F, W, *G, H, *V}, O, L); }
core(A) ::= VALUES(T) rows(R).  { A = b->ValuesCore(T, R); }

%type rows {std::vector<Exprs>*}
rows(A) ::= LP exprs(L) RP.                { A = b->New(std::vector<Exprs>{*L}); }
rows(A) ::= rows(A) COMMA LP exprs(L) RP.  { b->AppendRow(A, L); }

%type distinct {bool}
distinct(A) ::= .         { A = false; }
distinct(A) ::= DISTINCT. { A = true; }
distinct(A) ::= ALL.      { A = false; }

%type result_columns {std::vector<ResultColumn>*}
result_columns(A) ::= result_column(C).
                      { A = b->New(std::vector<ResultColumn>{*C}); }
result_columns(A) ::= result_columns(A) COMMA result_column(C). { A->push_back(*C); }

%type result_column {ResultColumn*}
result_column(A) ::= STAR(T).             { A = b->Star(T); }
result_column(A) ::= name(N) DOT STAR.    { A = b->TableStar(*N); }
result_column(A) ::= expr(X) alias(N).    { A = b->ColumnAs(X, N); }

// ------------------------------------------------------------------------------------------ FROM

%type from {const From*}
from(A) ::= .                { A = nullptr; }
from(A) ::= FROM sources(L). { A = b->FinishFrom(L); }

%type sources {std::vector<FromItem>*}
sources(A) ::= source(S).                         { A = b->FirstSource(S); }
sources(A) ::= sources(A) join_op(J) source(S).   { b->AppendSource(A, J, S); }

%type source {FromItem*}
source(A) ::= table_name(N) alias(L) constraint(C).
              { A = b->SourceOf(b->BeginOf(*N), TableSource{*N}, L, C); }
source(A) ::= table_name(N) alias(L) INDEXED BY name(I) constraint(C).
              { A = b->SourceOf(b->BeginOf(*N),
                              TableSource{*N, std::nullopt, *I}, L, C); }
source(A) ::= table_name(N) alias(L) NOT INDEXED constraint(C).
              { A = b->SourceOf(b->BeginOf(*N),
                              TableSource{*N, std::nullopt, std::nullopt, true}, L, C); }
source(A) ::= table_name(N) LP arguments(X) RP alias(L) constraint(C).
              { A = b->SourceOf(b->BeginOf(*N), TableSource{*N, *X}, L, C); }
source(A) ::= LP(T) select(S) RP alias(L) constraint(C).
              { A = b->SourceOf(T.offset, SubquerySource{S}, L, C); }
source(A) ::= LP(T) sources(S) RP alias(L) constraint(C).
              { A = b->SourceOf(T.offset, GroupSource{b->FinishFrom(S)}, L, C); }

// ON or USING; null where there is neither.
%type constraint {Constraint*}
constraint(A) ::= .                     { A = nullptr; }
constraint(A) ::= ON expr(X).           { A = b->New(Constraint{X.expr, {}}); }
constraint(A) ::= USING LP names(L) RP. { A = b->New(Constraint{nullptr, *L}); }

// Up to three of NATURAL, LEFT, OUTER, ... before JOIN, in any order, as SQLite has it.
%type join_op {Join}
join_op(A) ::= COMMA.                              { A = Join{JoinKind::kComma, false}; }
join_op(A) ::= JOIN.                               { A = Join{JoinKind::kInner, false}; }
join_op(A) ::= JOIN_KW(X) JOIN.                    { A = b->JoinOf(X, nullptr, nullptr); }
join_op(A) ::= JOIN_KW(X) name(Y) JOIN.            { A = b->JoinOf(X, Y, nullptr); }
join_op(A) ::= JOIN_KW(X) name(Y) name(Z) JOIN.    { A = b->JoinOf(X, Y, Z); }

// ----------------------------------------------------------------------- the clauses after FROM

%type where {const Expr*}
where(A) ::= .              { A = nullptr; }
where(A) ::= WHERE expr(X). { A = X.expr; }

%type group_by {Exprs*}
group_by(A) ::= .                  { A = b->New(Exprs{}); }
group_by(A) ::= GROUP BY exprs(L). { A = L; }

%type having {const Expr*}
having(A) ::= .               { A = nullptr; }
having(A) ::= HAVING expr(X). { A = X.expr; }

%type windows {std::vector<NamedWindow>*}
windows(A) ::= .                      { A = b->New(std::vector<NamedWindow>{}); }
windows(A) ::= WINDOW window_list(L). { A = L; }

%type window_list {std::vector<NamedWindow>*}
window_list(A) ::= named_window(W).                      { A = b->New(std::vector{*W}); }
window_list(A) ::= window_list(A) COMMA named_window(W). { A->push_back(*W); }

%type named_window {NamedWindow*}
named_window(A) ::= window_name(N) AS LP window(W) RP. { A = b->New(NamedWindow{*N, *W}); }

%type window_name {WindowName*}
window_name(A) ::= name(N). { A = b->New(b->WindowNameOf(*N)); }

%type order_by {OrderTerms*}
order_by(A) ::= .                        { A = b->New(OrderTerms{}); }
order_by(A) ::= ORDER BY order_terms(L). { A = L; }

%type order_terms {OrderTerms*}
order_terms(A) ::= order_term(T).                      { A = b->New(OrderTerms{*T}); }
order_terms(A) ::= order_terms(A) COMMA order_term(T). { A->push_back(*T); }

%type order_term {OrderTerm*}
order_term(A) ::= expr(X) direction(D) nulls(N). { A = b->New(OrderTerm{X.expr, D, N}); }

%type direction {Direction}
direction(A) ::= .     { A = Direction::kDefault; }
direction(A) ::= ASC.  { A = Direction::kAscending; }
direction(A) ::= DESC. { A = Direction::kDescending; }

%type nulls {Nulls}
nulls(A) ::= .            { A = Nulls::kDefault; }
nulls(A) ::= NULLS FIRST. { A = Nulls::kFirst; }
nulls(A) ::= NULLS LAST.  { A = Nulls::kLast; }

%type limit {Limit}
limit(A) ::= .                              { A = Limit{nullptr, nullptr, false}; }
limit(A) ::= LIMIT expr(X).                 { A = Limit{X.expr, nullptr, false}; }
limit(A) ::= LIMIT expr(X) OFFSET expr(Y).  { A = Limit{X.expr, Y.expr, false}; }
limit(A) ::= LIMIT expr(Y) COMMA expr(X).   { A = Limit{X.expr, Y.expr, true}; }

// ----------------------------------------------------------------------------------- expressions

%type exprs {Exprs*}
exprs(A) ::= expr(X).                { A = b->New(Exprs{X.expr}); }
exprs(A) ::= exprs(A) COMMA expr(X). { A->push_back(X.expr); }

%type arguments {Exprs*}
arguments(A) ::= .          { A = b->New(Exprs{}); }
arguments(A) ::= exprs(L).  { A = L; }

%type expr {Term}
expr(A) ::= NULL(T).               { A = b->LiteralOf(T, LiteralKind::kNull); }
expr(A) ::= INTEGER(T).            { A = b->LiteralOf(T, LiteralKind::kInteger); }
expr(A) ::= FLOAT(T).              { A = b->LiteralOf(T, LiteralKind::kFloat); }
expr(A) ::= SEPARATED_INTEGER(T).  { A = b->LiteralOf(T, LiteralKind::kInteger); }
expr(A) ::= SEPARATED_FLOAT(T).    { A = b->LiteralOf(T, LiteralKind::kFloat); }
expr(A) ::= STRING(T).             { A = b->LiteralOf(T, LiteralKind::kString); }
expr(A) ::= BLOB(T).               { A = b->LiteralOf(T, LiteralKind::kBlob); }
expr(A) ::= CURRENT_DATE(T).       { A = b->LiteralOf(T, LiteralKind::kCurrentDate); }
expr(A) ::= CURRENT_TIME(T).       { A = b->LiteralOf(T, LiteralKind::kCurrentTime); }
expr(A) ::= CURRENT_TIMESTAMP(T).  { A = b->LiteralOf(T, LiteralKind::kCurrentTimestamp); }
expr(A) ::= VARIABLE(T).           { A = b->ParameterOf(T); }

expr(A) ::= identifier(T).                       { A = b->ColumnOf(T); }
expr(A) ::= name(X) DOT name(Y).                { A = b->QualifiedColumn(nullptr, *X, *Y); }
expr(A) ::= name(X) DOT name(Y) DOT name(Z).    { A = b->QualifiedColumn(X, *Y, *Z); }

expr(A) ::= LP(T) expr(X) RP.                   { A = Term{X.expr, T.offset}; }
expr(A) ::= LP(T) expr(X) COMMA exprs(L) RP.    { A = b->RowOf(T, X, L); }
expr(A) ::= LP(T) select(S) RP.                 { A = b->Node(T.offset, Subquery{S}); }
expr(A) ::= EXISTS(T) LP select(S) RP.          { A = b->Node(T.offset, Exists{S}); }
expr(A) ::= RAISE(T) LP.                        { A = b->Raise(T); }

expr(A) ::= expr(X) OR(OP) expr(Y).                               { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) AND(OP) expr(Y).                              { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) EQ|NE(OP) expr(Y).                            { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) LT|LE|GT|GE(OP) expr(Y).                      { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) BITAND|BITOR|LSHIFT|RSHIFT(OP) expr(Y).       { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) PLUS|MINUS(OP) expr(Y).                       { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) STAR|SLASH|REM(OP) expr(Y).                   { A = b->Infix(X, OP, Y); }
expr(A) ::= expr(X) CONCAT|ARROW|LONG_ARROW(OP) expr(Y).          { A = b->Infix(X, OP, Y); }
expr(A) ::= NOT(OP) expr(X).                                      { A = b->Prefix(OP, X); }
expr(A) ::= BITNOT(OP) expr(X).                                   { A = b->Prefix(OP, X); }
expr(A) ::= PLUS|MINUS(OP) expr(X). [BITNOT]                      { A = b->Prefix(OP, X); }

expr(A) ::= expr(X) IS expr(Y).                              { A = b->Is(X, true, Y); }
expr(A) ::= expr(X) IS NOT expr(Y). [IS]                     { A = b->Is(X, false, Y); }
expr(A) ::= expr(X) IS DISTINCT FROM expr(Y). [IS]           { A = b->Is(X, false, Y); }
expr(A) ::= expr(X) IS NOT DISTINCT FROM expr(Y). [IS]       { A = b->Is(X, true, Y); }
expr(A) ::= expr(X) ISNULL(T).                               { A = b->IsNull(X, true, T); }
expr(A) ::= expr(X) NOTNULL(T).                              { A = b->IsNull(X, false, T); }
expr(A) ::= expr(X) NOT NULL(T).                             { A = b->IsNull(X, false, T); }

%type match_op {SignedMatch}
match_op(A) ::= LIKE|GLOB|REGEXP|MATCH(T).      { A = SignedMatch{false, T}; }
match_op(A) ::= NOT LIKE|GLOB|REGEXP|MATCH(T).  { A = SignedMatch{true, T}; }
expr(A) ::= expr(X) match_op(OP) expr(Y). [LIKE]
            { A = b->MatchOf(OP, X, Y, nullptr); }
expr(A) ::= expr(X) match_op(OP) expr(Y) ESCAPE expr(E). [LIKE]
            { A = b->MatchOf(OP, X, Y, E.expr); }

%type between_op {bool}
between_op(A) ::= BETWEEN.     { A = false; }
between_op(A) ::= NOT BETWEEN. { A = true; }
expr(A) ::= expr(X) between_op(N) expr(Y) AND expr(Z). [BETWEEN]
            { A = b->Node(X.begin, Between{N, X.expr, Y.expr, Z.expr}); }

%type in_op {bool}
in_op(A) ::= IN.     { A = false; }
in_op(A) ::= NOT IN. { A = true; }
expr(A) ::= expr(X) in_op(N) LP arguments(L) RP. [IN]
            { A = b->Node(X.begin, InList{N, X.expr, *L}); }
expr(A) ::= expr(X) in_op(N) LP select(S) RP. [IN]
            { A = b->Node(X.begin, InSelect{N, X.expr, S}); }
expr(A) ::= expr(X) in_op(N) table_name(T). [IN]
            { A = b->Node(X.begin, InTable{N, X.expr, *T, std::nullopt}); }
expr(A) ::= expr(X) in_op(N) table_name(T) LP arguments(L) RP. [IN]
            { A = b->Node(X.begin, InTable{N, X.expr, *T, *L}); }

expr(A) ::= expr(X) COLLATE word(T).  { A = b->Node(X.begin, Collate{X.expr, b->NameOf(T)}); }
expr(A) ::= CAST(T) LP expr(X) AS type(Y) RP.
            { A = b->Node(T.offset, Cast{X.expr, b->TypeText(Y)}); }

// The bytes from the first word of the type to its end.
%type type {Span}
%type type_words {Span}
type(A) ::= .                                               { A = Span{0, 0}; }
type(A) ::= type_words(A).
type(A) ::= type_words(X) LP sign number RP.                { A = b->SpanFrom(X.offset); }
type(A) ::= type_words(X) LP sign number COMMA sign number RP.
                                                            { A = b->SpanFrom(X.offset); }
type_words(A) ::= word(T).               { A = b->SpanFrom(T.offset); }
type_words(A) ::= type_words(X) word.    { A = b->SpanFrom(X.offset); }
sign ::= .
sign ::= PLUS|MINUS.
number ::= INTEGER|FLOAT.

expr(A) ::= CASE(T) case_operand(X) whens(L) otherwise(Y) END.
            { A = b->Node(T.offset, Case{X, *L, Y}); }

%type case_operand {const Expr*}
case_operand(A) ::= .         { A = nullptr; }
case_operand(A) ::= expr(X).  { A = X.expr; }

%type whens {std::vector<When>*}
whens(A) ::= WHEN expr(X) THEN expr(Y).           { A = b->New(std::vector<When>{When{X.expr, Y.expr}}); }
whens(A) ::= whens(A) WHEN expr(X) THEN expr(Y).  { A->push_back(When{X.expr, Y.expr}); }

%type otherwise {const Expr*}
otherwise(A) ::= .             { A = nullptr; }
otherwise(A) ::= ELSE expr(X). { A = X.expr; }

// ------------------------------------------------------------------- function calls and windows

expr(A) ::= identifier(T) LP distinct(D) arguments(L) RP tail(R).
            { A = b->FunctionOf(T, D, L, nullptr, R); }
expr(A) ::= identifier(T) LP distinct(D) arguments(L) ORDER BY order_terms(O) RP tail(R).
            { A = b->FunctionOf(T, D, L, O, R); }
expr(A) ::= identifier(T) LP STAR RP tail(R).
            { A = b->StarCall(T, R); }

// FILTER and OVER.
%type tail {Tail}
tail(A) ::= .                    { A = Tail{nullptr, nullptr, nullptr}; }
tail(A) ::= filter(F).           { A = Tail{F, nullptr, nullptr}; }
tail(A) ::= over(A).
tail(A) ::= filter(F) over(O).   { A = O; A.filter = F; }

%type filter {const Expr*}
filter(A) ::= FILTER LP WHERE expr(X) RP. { A = X.expr; }

%type over {Tail}
over(A) ::= OVER window_name(N).       { A = Tail{nullptr, N, nullptr}; }
over(A) ::= OVER LP window(W) RP.  { A = Tail{nullptr, nullptr, W}; }

%type window {Window*}
window(A) ::= frame(F).
              { A = b->New(Window{std::nullopt, {}, {}, b->Take(F)}); }
window(A) ::= window_name(N) frame(F).
              { A = b->New(Window{*N, {}, {}, b->Take(F)}); }
window(A) ::= ORDER BY order_terms(O) frame(F).
              { A = b->New(Window{std::nullopt, {}, *O, b->Take(F)}); }
window(A) ::= window_name(N) ORDER BY order_terms(O) frame(F).
              { A = b->New(Window{*N, {}, *O, b->Take(F)}); }
window(A) ::= PARTITION BY exprs(P) order_by(O) frame(F).
              { A = b->New(Window{std::nullopt, *P, *O, b->Take(F)}); }
window(A) ::= window_name(N) PARTITION BY exprs(P) order_by(O) frame(F).
              { A = b->New(Window{*N, *P, *O, b->Take(F)}); }

// Null where there is none.
%type frame {Frame*}
frame(A) ::= .  { A = nullptr; }
frame(A) ::= frame_unit(U) frame_start(S) exclude(X).
             { A = b->New(Frame{U, *S, std::nullopt, X}); }
frame(A) ::= frame_unit(U) BETWEEN frame_start(S) AND frame_finish(E) exclude(X).
             { A = b->New(Frame{U, *S, *E, X}); }

%type frame_unit {FrameUnit}
frame_unit(A) ::= ROWS.   { A = FrameUnit::kRows; }
frame_unit(A) ::= RANGE.  { A = FrameUnit::kRange; }
frame_unit(A) ::= GROUPS. { A = FrameUnit::kGroups; }

%type frame_start {FrameBound*}
frame_start(A) ::= frame_bound(B).        { A = B; }
frame_start(A) ::= UNBOUNDED PRECEDING.   { A = b->BoundOf(BoundKind::kUnboundedPreceding); }

%type frame_finish {FrameBound*}
frame_finish(A) ::= frame_bound(B).       { A = B; }
frame_finish(A) ::= UNBOUNDED FOLLOWING.  { A = b->BoundOf(BoundKind::kUnboundedFollowing); }

%type frame_bound {FrameBound*}
frame_bound(A) ::= expr(X) PRECEDING.  { A = b->BoundOf(BoundKind::kPreceding, X.expr); }
frame_bound(A) ::= expr(X) FOLLOWING.  { A = b->BoundOf(BoundKind::kFollowing, X.expr); }
frame_bound(A) ::= CURRENT ROW.        { A = b->BoundOf(BoundKind::kCurrentRow); }

%type exclude {Exclude}
exclude(A) ::= .                     { A = Exclude::kDefault; }
exclude(A) ::= EXCLUDE NO OTHERS.    { A = Exclude::kNoOthers; }
exclude(A) ::= EXCLUDE CURRENT ROW.  { A = Exclude::kCurrentRow; }
exclude(A) ::= EXCLUDE GROUP.        { A = Exclude::kGroup; }
exclude(A) ::= EXCLUDE TIES.         { A = Exclude::kTies; }
