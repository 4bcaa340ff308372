// What a statement did to a table, in PostgreSQL: how its changed rows are called.
#ifndef VIEWORM_COMMON_DDL_CHANGE_EVENT_H_
#define VIEWORM_COMMON_DDL_CHANGE_EVENT_H_

namespace vieworm {

enum class ChangeEvent { kInsert, kUpdate, kDelete };

inline constexpr ChangeEvent kChangeEvents[] = {ChangeEvent::kInsert, ChangeEvent::kUpdate,
                                                ChangeEvent::kDelete};

inline bool Adds(ChangeEvent event) { return event != ChangeEvent::kDelete; }
inline bool TakesAway(ChangeEvent event) { return event != ChangeEvent::kInsert; }

// "insert", "update" or "delete".
inline const char* Word(ChangeEvent event) {
  switch (event) {
    case ChangeEvent::kInsert:
      return "insert";
    case ChangeEvent::kUpdate:
      return "update";
    case ChangeEvent::kDelete:
      return "delete";
  }
  return "";
}

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_CHANGE_EVENT_H_
