#include "pg_ext/maintenance.h"

namespace vieworm {

namespace {

// A session is one process with one thread. The destructors put these back also on errors, because
// every PostgreSQL error passes through C++ frames as an exception.
Oid maintained_store = InvalidOid;
Oid rebuilt_view = InvalidOid;
std::vector<std::string>* drop_log = nullptr;

}  // namespace

MaintainingStore::MaintainingStore(Oid store) : saved_(std::exchange(maintained_store, store)) {}
MaintainingStore::~MaintainingStore() { maintained_store = saved_; }
bool MaintainingStore::Now(Oid store) { return maintained_store == store; }

RebuildingView::RebuildingView(Oid view) : saved_(std::exchange(rebuilt_view, view)) {}
RebuildingView::~RebuildingView() { rebuilt_view = saved_; }
bool RebuildingView::Now(Oid view) { return rebuilt_view == view; }
bool RebuildingView::Any() { return rebuilt_view != InvalidOid; }

DropLog::DropLog(std::vector<std::string>* names) { drop_log = names; }
DropLog::~DropLog() { drop_log = nullptr; }

bool DropLog::Wanted() { return drop_log != nullptr; }
void DropLog::Add(const std::string& name) { drop_log->push_back(name); }

}  // namespace vieworm
