#include "bench/sqlite/options.h"

#include <algorithm>
#include <functional>
#include <map>

namespace vieworm::bench {

const char kUsage[] =
    R"(usage: vieworm_bench [OPTION...]     (see docs/benchmarks.md)

  --quick            smaller base tables and fewer, shorter rounds; under a minute
  --full             base tables of 10 million rows as well; many minutes, 4 GB of memory
  --rows N           base tables of N rows (may be repeated)
  --view NAME        only this view: group, "join + group", "join rows", distinct
  --keys KEYS        only this base table: primary or unique
  --rounds N         rounds of each measurement
  --statements N     statements of each round
  --by-event         INSERT, UPDATE of the value, UPDATE of the key and DELETE apart
  --control          measure the hand-written triggers twice, to see the noise
  --hand-only        without vieworm: are the hand-written triggers right?
  --files FOLDER     databases in files (WAL) instead of memory
  --json FILE        write the results there as well
)";

namespace {

int64_t Number(const std::string& text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos) {
    throw UsageError("not a number: \"" + text + "\"");
  }
  return std::stoll(text);
}

std::vector<View> ViewNamed(const std::string& name) {
  for (View& view : AllViews()) {
    if (view.name == name) return {view};
  }
  throw UsageError("no such view: \"" + name + "\"");
}

std::vector<Keys> KeysNamed(const std::string& name) {
  if (name == "primary") return {Keys::kPrimary};
  if (name == "unique") return {Keys::kUnique};
  throw UsageError("no such keys: \"" + name + "\"");
}

using Setting = std::function<void(Options*, const std::string& value)>;

const std::map<std::string, Setting>& WithValue() {
  static const std::map<std::string, Setting> settings = {
      {"--view", [](Options* o, const std::string& v) { o->views = ViewNamed(v); }},
      {"--keys", [](Options* o, const std::string& v) { o->keys = KeysNamed(v); }},
      {"--rounds", [](Options* o, const std::string& v) { o->rounds = int(Number(v)); }},
      {"--statements", [](Options* o, const std::string& v) { o->statements = int(Number(v)); }},
      {"--files", [](Options* o, const std::string& v) { o->folder = v; }},
      {"--json", [](Options* o, const std::string& v) { o->json = v; }},
  };
  return settings;
}

bool TakeFlag(const std::string& flag, Options* options) {
  if (flag == "--quick") {
    options->sizes = {10'000, 100'000};
    options->rounds = 9;
    options->statements = 2000;
  } else if (flag == "--full") {
    options->sizes = {10'000, 1'000'000, 10'000'000};
  } else if (flag == "--by-event") {
    options->by_event = true;
  } else if (flag == "--control") {
    options->control = true;
  } else if (flag == "--hand-only") {
    options->vieworm = false;
  } else {
    return false;
  }
  return true;
}

void Validate(const Options& options) {
  if (options.rounds < 1 || options.statements < 4) throw UsageError("nothing to measure");
  int64_t least = *std::min_element(options.sizes.begin(), options.sizes.end());
  if (least < options.statements) {
    throw UsageError("a round of " + std::to_string(options.statements) +
                     " statements could delete all of " + std::to_string(least) + " rows");
  }
}

}  // namespace

Options ReadOptions(const std::vector<std::string>& arguments) {
  Options options;
  std::vector<int64_t> sizes;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& name = arguments[i];
    if (TakeFlag(name, &options)) continue;
    auto setting = WithValue().find(name);
    if (setting == WithValue().end() && name != "--rows") {
      throw UsageError("unknown option: \"" + name + "\"");
    }
    if (++i == arguments.size()) throw UsageError(name + " needs a value");
    if (name == "--rows") {
      sizes.push_back(Number(arguments[i]));
    } else {
      setting->second(&options, arguments[i]);
    }
  }
  if (!sizes.empty()) options.sizes = sizes;
  std::sort(options.sizes.begin(), options.sizes.end());
  Validate(options);
  return options;
}

}  // namespace vieworm::bench
