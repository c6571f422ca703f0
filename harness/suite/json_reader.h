// harness/suite/json_reader.h -- reads a specification with errors that name file and JSON pointer.
//
// A Node is one place in a JSON document. The first fault is kept in the shared Document and every later
// read returns a neutral value, so that a reader can be written without a check after each line; ask
// Document::fault() at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "harness/base/error.h"

namespace effk::suite {

class Node;

class Document {
 public:
  // `name` is how messages call the file. Errors: bad_input, if `text` is not JSON (what, and at which line).
  static Result<std::unique_ptr<Document>> parse(std::string name, std::string_view text);

  Node root();
  const std::optional<Error>& fault() const { return fault_; }
  // Keeps the first fault: "NAME: POINTER WHAT".
  void blame(const std::string& pointer, const std::string& what, const std::string& why = {});

 private:
  std::string name_;
  nlohmann::json json_;
  std::optional<Error> fault_;
};

class Node {
 public:
  Node(Document* document, const nlohmann::json* json, std::string pointer)
      : document_(document), json_(json), pointer_(std::move(pointer)) {}

  bool exists() const { return json_ != nullptr; }
  bool is_object() const { return exists() && json_->is_object(); }

  // A member that must exist / may be missing.
  Node at(std::string_view key) const;
  Node maybe(std::string_view key) const;
  // All members with their names, sorted; blames what is not an object.
  std::vector<std::pair<std::string, Node>> members() const;
  // Blames every member that is not one of these words.
  void only(const std::vector<std::string_view>& known) const;

  std::string text() const;
  bool truth() const;
  std::int64_t integer(std::int64_t low, std::int64_t high) const;
  double number(double low, double high) const;
  std::vector<Node> items() const;
  std::vector<std::string> texts() const;

  void blame(const std::string& what, const std::string& why = {}) const {
    document_->blame(pointer_, what, why);
  }

 private:
  std::string found() const;

  Document* document_;
  const nlohmann::json* json_;
  std::string pointer_;
};

}  // namespace effk::suite
