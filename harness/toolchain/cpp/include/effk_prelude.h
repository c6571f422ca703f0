// effk_prelude.h -- included before every C++ sample (precompiled); declares what the call adaptor at the
// sample's end needs. It must come first: a sample may say `#define int long long` and worse, and macros
// cannot reach what was read before them.
//
// The adaptor finds the entry point, compares its type with the declared signature, and leaves a
// description in the section .effk_types, which the harness reads without running anything:
//   "ok:RESULT(PARAMETER,...)" with types i32 u32 i64 u64 f64 bool str view list[T] tuple[T,...] pair[A,B]
//   optional[T], or "bad:FOUND" where FOUND is the signature as g++ spells it, or "none".
#pragma once

#include <bits/stdc++.h>

namespace effk_adaptor {

// Stands for an entry point or a class that the sample does not define.
struct Missing {};

// ---- text at compile time ----

template <std::size_t N>
struct Text {
  char letters[N + 1] = {};
  constexpr Text() = default;
  constexpr Text(const char (&literal)[N + 1]) {
    for (std::size_t i = 0; i < N; ++i) letters[i] = literal[i];
  }
};
template <std::size_t N>
Text(const char (&)[N]) -> Text<N - 1>;

template <std::size_t A, std::size_t B>
constexpr Text<A + B> operator+(const Text<A>& a, const Text<B>& b) {
  Text<A + B> sum;
  for (std::size_t i = 0; i < A; ++i) sum.letters[i] = a.letters[i];
  for (std::size_t i = 0; i < B; ++i) sum.letters[A + i] = b.letters[i];
  return sum;
}

// A type as g++ spells it: what stands between "T = " and the end in __PRETTY_FUNCTION__.
template <class T>
constexpr std::string_view pretty() {
  std::string_view all = __PRETTY_FUNCTION__;
  const std::size_t from = all.find("T = ") + 4;
  const std::size_t to = std::min(all.find(';', from), all.rfind(']'));
  return all.substr(from, to - from);
}
template <class T>
constexpr auto pretty_text() {
  constexpr std::string_view view = pretty<T>();
  Text<view.size()> text;
  for (std::size_t i = 0; i < view.size(); ++i) text.letters[i] = view[i];
  return text;
}

// ---- the types of signatures, spelt so that no macro of the sample can change them ----

using I64 = long long;
using F64 = double;
using Bool = bool;
using Str = std::string;
template <class T>
using List = std::vector<T>;
template <class... T>
using Tuple = std::tuple<T...>;
template <class T>
using Optional = std::optional<T>;

// A type's name in the description.
template <class T>
struct Name;
template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool> && (sizeof(T) == 4 || sizeof(T) == 8) &&
           !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char32_t>)
struct Name<T> {
  static constexpr auto text() {
    if constexpr (sizeof(T) == 4) {
      return std::is_signed_v<T> ? Text("i32") : Text("u32");
    } else {
      return std::is_signed_v<T> ? Text("i64") : Text("u64");
    }
  }
};
template <>
struct Name<double> {
  static constexpr auto text() { return Text("f64"); }
};
template <>
struct Name<bool> {
  static constexpr auto text() { return Text("bool"); }
};
template <>
struct Name<std::string> {
  static constexpr auto text() { return Text("str"); }
};
template <>
struct Name<std::string_view> {
  static constexpr auto text() { return Text("view"); }
};
template <class... T>
constexpr auto joined() {
  if constexpr (sizeof...(T) == 0) {
    return Text<0>();
  } else {
    return []<class First, class... Rest>(std::type_identity<First>, std::type_identity<Rest>...) {
      return (Name<First>::text() + ... + (Text(",") + Name<Rest>::text()));
    }(std::type_identity<T>()...);
  }
}
template <class T>
struct Name<std::vector<T>> {
  static constexpr auto text() { return Text("list[") + Name<T>::text() + Text("]"); }
};
template <class T>
struct Name<std::optional<T>> {
  static constexpr auto text() { return Text("optional[") + Name<T>::text() + Text("]"); }
};
template <class... T>
struct Name<std::tuple<T...>> {
  static constexpr auto text() { return Text("tuple[") + joined<T...>() + Text("]"); }
};
template <class A, class B>
struct Name<std::pair<A, B>> {
  static constexpr auto text() { return Text("pair[") + joined<A, B>() + Text("]"); }
};

// Whether `Found` may stand where the signature declares `Declared`.
template <class Declared, class Found>
struct Accepts : std::is_same<Declared, Found> {};
template <class Found>
struct Accepts<I64, Found>
    : std::bool_constant<std::is_integral_v<Found> && !std::is_same_v<Found, bool> &&
                         (sizeof(Found) == 4 || sizeof(Found) == 8) && !std::is_same_v<Found, wchar_t> &&
                         !std::is_same_v<Found, char32_t>> {};
template <class D, class F>
struct Accepts<std::vector<D>, std::vector<F>> : Accepts<D, F> {};
template <class D, class F>
struct Accepts<std::optional<D>, std::optional<F>> : Accepts<D, F> {};
template <class... D, class... F>
  requires(sizeof...(D) == sizeof...(F))
struct Accepts<std::tuple<D...>, std::tuple<F...>> : std::conjunction<Accepts<D, F>...> {};
template <class A, class B, class F, class G>
struct Accepts<std::tuple<A, B>, std::pair<F, G>> : std::conjunction<Accepts<A, F>, Accepts<B, G>> {};

// A parameter may also be a view of a string.
template <class Declared, class Found>
struct AcceptsParameter : Accepts<Declared, Found> {};
template <>
struct AcceptsParameter<std::string, std::string_view> : std::true_type {};

// ---- what the entry point looks like ----

template <class F>
struct Shape {
  static constexpr bool known = false;
};
template <class R, class... P>
struct Shape<R(P...)> {
  static constexpr bool known = true;
  using Result = R;
  using Parameters = std::tuple<std::type_identity<P>...>;
  using Plain = R(P...);
};
template <class R, class... P>
struct Shape<R(P...) noexcept> : Shape<R(P...)> {};
template <class F>
struct Shape<F*> : Shape<F> {};
template <class C, class R, class... P>
struct Shape<R (C::*)(P...)> : Shape<R(P...)> {};
template <class C, class R, class... P>
struct Shape<R (C::*)(P...) const> : Shape<R(P...)> {};
template <class C, class R, class... P>
struct Shape<R (C::*)(P...) noexcept> : Shape<R(P...)> {};
template <class C, class R, class... P>
struct Shape<R (C::*)(P...) const noexcept> : Shape<R(P...)> {};
template <class C, class R, class... P>
struct Shape<R (C::*)(P...)&> : Shape<R(P...)> {};

template <class Declared, class Found>
struct AllAccepted : std::false_type {};
template <class... D, class... F>
  requires(sizeof...(D) == sizeof...(F))
struct AllAccepted<std::tuple<D...>, std::tuple<std::type_identity<F>...>>
    : std::conjunction<AcceptsParameter<D, std::remove_cvref_t<F>>...> {};

// The type a result is handed over in: the sample's own if it is a variant of the declared one, else the
// declared one, to which it is converted.
template <class Declared, class Found>
using Handed = std::conditional_t<Accepts<Declared, std::remove_cvref_t<Found>>::value, std::remove_cvref_t<Found>, Declared>;

template <class Parameters>
struct ParameterNames;
template <class... P>
struct ParameterNames<std::tuple<std::type_identity<P>...>> {
  static constexpr auto text() { return joined<std::remove_cvref_t<P>...>(); }
};

// `Entry` knows the callable and how to call it (Free, Method or Object below).
template <class Entry, class DeclaredResult, class DeclaredParameters>
struct Adaptor {
  using S = Shape<typename Entry::Type>;
  static constexpr bool fits() {
    if constexpr (!S::known) {
      return false;
    } else if constexpr (std::is_void_v<typename S::Result>) {
      return false;
    } else {
      return AllAccepted<DeclaredParameters, typename S::Parameters>::value &&
             std::is_convertible_v<typename S::Result, Handed<DeclaredResult, typename S::Result>>;
    }
  }
  static constexpr auto description() {
    if constexpr (fits()) {
      return Text("ok:") + Name<Handed<DeclaredResult, typename S::Result>>::text() + Text("(") +
             ParameterNames<typename S::Parameters>::text() + Text(")");
    } else {
      return Text("bad:") + pretty_text<typename Entry::Shown>();
    }
  }
  static void call(void** arguments, void* result) {
    if constexpr (fits()) call_with(arguments, result, static_cast<typename S::Parameters*>(nullptr));
  }

 private:
  // A parameter taken by value or by && gets the decoded object moved in; others get it as an lvalue. A view
  // looks into the decoded string.
  template <class P>
  static decltype(auto) pass(void* argument) {
    using Bare = std::remove_cvref_t<P>;
    if constexpr (std::is_same_v<Bare, std::string_view>) {
      return std::string_view(*static_cast<std::string*>(argument));
    } else if constexpr (std::is_lvalue_reference_v<P>) {
      return *static_cast<Bare*>(argument);
    } else {
      return std::move(*static_cast<Bare*>(argument));
    }
  }
  template <class... P>
  static void call_with(void** arguments, void* result, std::tuple<std::type_identity<P>...>*) {
    using Out = Handed<DeclaredResult, typename S::Result>;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ::new (result) Out(Entry::call(pass<P>(arguments[I])...));
    }(std::index_sequence_for<P...>());
  }
};

template <auto Function>
struct Free {
  using Type = std::remove_pointer_t<decltype(Function)>;
  using Shown = Type;
  template <class... A>
  static decltype(auto) call(A&&... arguments) {
    return Function(std::forward<A>(arguments)...);
  }
};

template <class Class, auto Member>
struct Method {
  using Type = decltype(Member);
  using Shown = Type;
  template <class... A>
  static decltype(auto) call(A&&... arguments) {
    static_assert(std::is_default_constructible_v<Class>, "class Solution needs a default constructor");
    if constexpr (std::is_member_function_pointer_v<Type>) {
      static Class object{};
      return (object.*Member)(std::forward<A>(arguments)...);
    } else {
      return Member(std::forward<A>(arguments)...);
    }
  }
};

// A lambda or function object at namespace scope.
template <class T, T* Object>
struct Functor {
  using Type = decltype(&std::remove_cv_t<T>::operator());
  using Shown = T;
  template <class... A>
  static decltype(auto) call(A&&... arguments) {
    return (*Object)(std::forward<A>(arguments)...);
  }
};

struct Nothing {
  static constexpr auto description() { return Text("none"); }
  static void call(void**, void*) {}
};

// A macro's argument ends at each comma of a type: the types are put together again here.
template <class R, class... P>
struct Declared {
  using Result = R;
  using Parameters = std::tuple<P...>;
};

template <class T>
concept HasCallOperator = requires { &std::remove_cv_t<T>::operator(); };

}  // namespace effk_adaptor

// Goes at the end of the sample. `name` is the entry point, the rest the declared types, the result first. A name that the
// sample does not define is found in effk_none instead, since a qualified look-up follows using-directives
// only if it finds nothing else.
#define EFFK_ADAPTOR(name, ...)                                                                              \
  namespace effk_none {                                                                                      \
  class Solution;                                                                                            \
  inline constexpr ::effk_adaptor::Missing name{};                                                           \
  }                                                                                                          \
  using namespace effk_none;                                                                                 \
  template <class effk_S>                                                                                    \
  constexpr auto effk_pick() {                                                                               \
    using effk_R = ::effk_adaptor::Declared<__VA_ARGS__>::Result;                                            \
    using effk_P = ::effk_adaptor::Declared<__VA_ARGS__>::Parameters;                                        \
    using effk_T = decltype(::name);                                                                         \
    if constexpr (::std::is_function_v<effk_T>) {                                                            \
      return ::effk_adaptor::Adaptor<::effk_adaptor::Free<&::name>, effk_R, effk_P>();                       \
    } else if constexpr (::effk_adaptor::HasCallOperator<effk_T>) {                                          \
      return ::effk_adaptor::Adaptor<::effk_adaptor::Functor<effk_T, &::name>, effk_R, effk_P>();            \
    } else if constexpr (requires { &effk_S::name; }) {                                                      \
      return ::effk_adaptor::Adaptor<::effk_adaptor::Method<effk_S, &effk_S::name>, effk_R, effk_P>();       \
    } else {                                                                                                 \
      return ::effk_adaptor::Nothing();                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  extern "C" __attribute__((visibility("default"))) void effk_call(void** arguments, void* slot) {          \
    decltype(effk_pick<::Solution>())::call(arguments, slot);                                                \
  }                                                                                                          \
  __attribute__((section(".effk_types"), used)) constexpr auto effk_types =                                  \
      decltype(effk_pick<::Solution>())::description();
