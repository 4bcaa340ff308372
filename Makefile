# The PostgreSQL extension: make, make install, make installcheck. And make bench, which measures
# what a maintained view costs in both engines: make bench FULL=1, make bench BENCH='--quick --view
# group' PGBENCH=--quick; make bench-sqlite and make bench-postgres are its parts.
# The SQLite module and the C++ tests are built by CMake; see CMakeLists.txt.

EXTVERSION := $(shell cat VERSION)
PG_CONFIG ?= pg_config

SOURCES := $(sort $(wildcard common/*.cc common/*/*.cc pg_ext/*.cc pg_ext/*/*.cc))
INSTALL_SQL := $(sort $(wildcard pg_ext/install/*.sql))

MODULE_big = vieworm
EXTENSION = vieworm
OBJS := $(SOURCES:.cc=.o)
DATA := $(wildcard pg_ext/updates/*.sql)
DATA_built = vieworm--$(EXTVERSION).sql
EXTRA_CLEAN = $(OBJS:.o=.d) vieworm--*.sql vieworm.so.debug

REGRESS := $(sort $(patsubst sql/%.sql,%,$(wildcard sql/*.sql)))
ISOLATION := $(sort $(patsubst specs/%.spec,%,$(wildcard specs/*.spec)))

# PostgreSQL's headers still say "register", which C++17 took away.
PG_CXXFLAGS = -std=c++20 -Wextra -Wno-register -Wno-unused-parameter -Wno-missing-field-initializers
# GCC 12 sees overlapping copies in std::string where there are none (its bug 105651).
PG_CXXFLAGS += -Wno-restrict
# The one file that says the version.
pg_ext/module_version.o: override CPPFLAGS += -DVIEWORM_VERSION='"$(EXTVERSION)"'
ifdef WERROR
PG_CXXFLAGS += -Werror
endif

SHLIB_LINK = -lstdc++ -Wl,--version-script=pg_ext/exports.map

# PGXS has no rule that makes LLVM bitcode from a .cc file.
override with_llvm := no

ifneq ($(shell sed -n "s/^default_version = '\(.*\)'/\1/p" vieworm.control),$(EXTVERSION))
$(error default_version in vieworm.control is not $(EXTVERSION), which the file VERSION says)
endif
# In META.json twice: of the distribution, and of the one extension in it.
META_VERSIONS := $(shell sed -n '/"meta-spec"/q; s/^ *"version": "\([^"]*\)".*/\1/p' META.json)
ifneq ($(META_VERSIONS),$(EXTVERSION) $(EXTVERSION))
$(error "version" in META.json is not $(EXTVERSION), which the file VERSION says)
endif

# pg_config comes with libpq-dev, too, and then it names a PGXS that is not there. What needs no
# PostgreSQL, such as make fuzz, does without.
PGXS := $(wildcard $(shell $(PG_CONFIG) --pgxs 2>/dev/null))
define without_server_headers
$(PG_CONFIG) finds no PostgreSQL to build for.
On Debian install postgresql-server-dev-all, or name the pg_config of a server:
make PG_CONFIG=/usr/lib/postgresql/17/bin/pg_config
endef
ifneq ($(PGXS),)
include $(PGXS)
else ifneq ($(filter all install% uninstall clean,$(or $(MAKECMDGOALS),all)),)
$(error $(without_server_headers))
endif

$(OBJS): %.o: %.cc Makefile
	$(COMPILE.cc) -MMD -MP -o $@ $<

-include $(OBJS:.o=.d)

$(shlib): pg_ext/exports.map

# What is installed is stripped, and names vieworm.so.debug, where debuggers find the symbols; that
# file stays here until make install-debug puts it beside the module.
INSTALL_STRIP_FLAG = -s --strip-program=scripts/strip_module.sh
vieworm.so.debug: $(shlib)
	objcopy --only-keep-debug $< $@
	chmod -x $@
all install-lib-shared: vieworm.so.debug

.PHONY: install-debug
install-debug: install vieworm.so.debug
	$(INSTALL_DATA) vieworm.so.debug '$(DESTDIR)$(pkglibdir)/'

uninstall: uninstall-debug
.PHONY: uninstall-debug
uninstall-debug:
	rm -f '$(DESTDIR)$(pkglibdir)/vieworm.so.debug'

$(DATA_built): $(INSTALL_SQL) Makefile VERSION
	{ printf '%s\n' '\echo Use "CREATE EXTENSION vieworm" to load this file. \quit'; \
	  cat $(INSTALL_SQL) /dev/null; } > $@

# make fuzz-parse, make fuzz-spec: the libFuzzer targets, for as long as FUZZ_SECONDS says.
FUZZ_SECONDS ?= 600
.PHONY: fuzz-parse fuzz-spec
fuzz-parse:
	scripts/fuzz.sh $(FUZZ_SECONDS) sqlite_parse
fuzz-spec:
	scripts/fuzz.sh $(FUZZ_SECONDS) spec

# make fuzz MINUTES=30, make fuzz CASES=2000: the differential tester, tests/differential/README.md.
.PHONY: fuzz
fuzz:
	MINUTES=$(MINUTES) CASES=$(CASES) scripts/differential.sh

# make hammer SECONDS=60: eight clients in each isolation level, for so long; 600 by default.
.PHONY: hammer
hammer:
	scripts/hammer.sh $(SECONDS)

# make odd-definitions COUNT=10000 SEED=1: sqlsmith's random SELECTs as definitions.
.PHONY: odd-definitions
odd-definitions:
	scripts/odd_definitions.sh $(or $(COUNT),10000) $(SEED)

# make both SECONDS=600, make both CASES=500 SEED=7: the same random cases on SQLite and PostgreSQL,
# tests/both_engines/README.md; 60 seconds by default.
.PHONY: both
both:
	scripts/both_engines.sh $(if $(CASES),--cases $(CASES),--seconds $(or $(SECONDS),60)) \
	  $(if $(SEED),--seed $(SEED))

.PHONY: bench bench-sqlite bench-postgres
bench:
	$(MAKE) bench-sqlite
	$(MAKE) bench-postgres
bench-sqlite:
	scripts/bench.sh $(if $(FULL),--full) $(BENCH)
bench-postgres:
	scripts/bench_postgres.sh $(if $(FULL),--full) $(PGBENCH)
