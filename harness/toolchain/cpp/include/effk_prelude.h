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
         !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char32_t>) struct Name<T> {
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
requires(sizeof...(D) == sizeof...(F)) struct Accepts<std::tuple<D...>, std::tuple<F...>>
    : std::conjunction<Accepts<D, F>...> {
};
template <class A, class B, class F, class G>
struct Accepts<std::tuple<A, B>, std::pair<F, G>> : std::conjunction<Accepts<A, F>, Accepts<B, G>> {};

// A parameter may also be a view of a string.
template <class Declared, class Found>
struct AcceptsParameter : Accepts<Declared, Found> {};
template <>
struct AcceptsParameter<std::string, std::string_view> : std::true_type {};

// ---- what the entry point looks like ----

// What the harness declares, as the type of a function: a list of macro arguments would be split at the
// commas within tuples.
template <class F>
struct Declared;
template <class R, class... P>
struct Declared<R(P...)> {
  using Result = R;
  using Parameters = std::tuple<P...>;
};

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
requires(sizeof...(D) ==
         sizeof...(F)) struct AllAccepted<std::tuple<D...>, std::tuple<std::type_identity<F>...>>
    : std::conjunction<AcceptsParameter<D, std::remove_cvref_t<F>>...> {
};

// The type a result is handed over in: the sample's own if it is a variant of the declared one, else the
// declared one, to which it is converted.
template <class Declared, class Found>
using Handed = std::conditional_t<Accepts<Declared, std::remove_cvref_t<Found>>::value,
                                  std::remove_cvref_t<Found>, Declared>;

template <class Parameters>
struct ParameterNames;
template <class... P>
struct ParameterNames<std::tuple<std::type_identity<P>...>> {
  static constexpr auto text() { return joined<std::remove_cvref_t<P>...>(); }
};

// `Entry` knows the callable and how to call it (Free, Method or Object below).
template <class Entry, class DeclaredResult, class DeclaredParameters>
struct Adaptor {
  using EntryType = typename Entry::Type;
  using S = Shape<EntryType>;
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
    }
    (std::index_sequence_for<P...>());
  }
};

// ---- entry points that are several functions of one name, templates, or have parameters with defaults ----

// A declared type with its integers of 32 bits.
template <class T>
struct Narrow {
  using Type = T;
};
template <>
struct Narrow<I64> {
  using Type = int;
};
template <class T>
struct Narrow<std::vector<T>> {
  using Type = std::vector<typename Narrow<T>::Type>;
};
template <class T>
struct Narrow<std::optional<T>> {
  using Type = std::optional<typename Narrow<T>::Type>;
};
template <class... T>
struct Narrow<std::tuple<T...>> {
  using Type = std::tuple<typename Narrow<T>::Type...>;
};

// `Call` is a generic lambda that calls the name. It is taken if it can be called with the declared types.
template <class Call, class DeclaredResult, class Parameters>
struct GenericWith {
  static constexpr bool fits() { return false; }
};
template <class Call, class DeclaredResult, class... P>
requires std::is_invocable_v<Call, P&...>
struct GenericWith<Call, DeclaredResult, std::tuple<P...>> {
  using Found = std::invoke_result_t<Call, P&...>;
  static constexpr bool fits() {
    if constexpr (std::is_void_v<Found>) {
      return false;
    } else {
      return std::is_convertible_v<Found, Handed<DeclaredResult, Found>>;
    }
  }
  static constexpr auto description() {
    return Text("ok:") + Name<Handed<DeclaredResult, Found>>::text() + Text("(") + joined<P...>() + Text(")");
  }
  static void call(void** arguments, void* result) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ::new (result) Handed<DeclaredResult, Found>(Call()(*static_cast<P*>(arguments[I])...));
    }
    (std::index_sequence_for<P...>());
  }
};

// With integers of 64 bits if that is possible, else of 32.
template <class Call, class DeclaredResult, class Parameters>
using Generic = std::conditional_t<GenericWith<Call, DeclaredResult, Parameters>::fits(),
                                   GenericWith<Call, DeclaredResult, Parameters>,
                                   GenericWith<Call, DeclaredResult, typename Narrow<Parameters>::Type>>;

// The pointer itself, if `&name` stands for one function or object: for an overload set or a template there
// is nothing to deduce. `Dependent` puts the question off until a template is instantiated, where it has an
// answer and is no error.
template <class Dependent, class T>
constexpr T* only(T* pointer) {
  return pointer;
}
template <class Dependent, class Class, class T>
constexpr T Class::*only(T Class::*pointer) {
  return pointer;
}

template <class Type, class Parameters>
concept HasMoreParametersThan = (std::tuple_size_v<typename Shape<Type>::Parameters> >
                                 std::tuple_size_v<Parameters>);

template <auto Function>
struct Free {
  using Type = std::remove_pointer_t<decltype(Function)>;
  using Shown = Type;
  template <class... A>
  static decltype(auto) call(A&&... arguments) {
    return Function(std::forward<A>(arguments)...);
  }
};

// The one object whose method is called. `Dependent` is for generic lambdas: see only().
template <class Class, class... Dependent>
Class& object() {
  static Class one{};
  return one;
}

template <class Class, auto Member>
struct Method {
  using Type = decltype(Member);
  using Shown = Type;
  template <class... A>
  static decltype(auto) call(A&&... arguments) {
    static_assert(std::is_default_constructible_v<Class>, "class Solution needs a default constructor");
    if constexpr (std::is_member_function_pointer_v<Type>) {
      return (object<Class>().*Member)(std::forward<A>(arguments)...);
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

struct Unfit {
  static constexpr auto description() {
    return Text("bad:overloaded functions or a template, none of which takes the declared types");
  }
  static void call(void**, void*) {}
};

struct Hidden {
  static constexpr auto description() {
    return Text("bad:methods of Solution of this name that are private or take other types");
  }
  static void call(void**, void*) {}
};

template <class T>
concept HasCallOperator = requires {
  &std::remove_cv_t<T>::operator();
};

// `One` looks at the one function or object of the name, `All` at whatever a call of the name finds.
template <class One, class All, class Parameters>
constexpr auto better() {
  if constexpr (One::fits()) {
    return One();
  } else if constexpr (HasMoreParametersThan<typename One::EntryType, Parameters>) {
    if constexpr (All::fits()) {
      return All();
    } else {
      return One();
    }
  } else {
    return One();
  }
}

}  // namespace effk_adaptor

// Goes at the end of the sample. `name` is the entry point, the rest its declared type: RESULT(PARAMETER,
// ...). A name that the sample does not define is found in effk_none instead, since a qualified look-up
// follows using-directives only if it finds nothing else.
#define EFFK_ADAPTOR(name, ...)                                                                          \
  namespace effk_none {                                                                                  \
  inline constexpr ::effk_adaptor::Missing name{};                                                       \
  }                                                                                                      \
  EFFK_METHOD_PICK(name, __VA_ARGS__)                                                                    \
  template <class effk_S>                                                                                \
  constexpr auto effk_pick() {                                                                           \
    using effk_D = ::effk_adaptor::Declared<__VA_ARGS__>;                                                \
    using effk_R = effk_D::Result;                                                                       \
    using effk_P = effk_D::Parameters;                                                                   \
    constexpr auto effk_any =                                                                            \
        []<class... effk_A>(effk_A&&... effk_a) -> decltype(::name(static_cast<effk_A&&>(effk_a)...)) {  \
      return ::name(static_cast<effk_A&&>(effk_a)...);                                                   \
    };                                                                                                   \
    using effk_All = ::effk_adaptor::Generic<::std::remove_cv_t<decltype(effk_any)>, effk_R, effk_P>;    \
    if constexpr (requires { ::effk_adaptor::only<effk_S>(&::name); }) {                                 \
      using effk_T = ::std::remove_pointer_t<decltype(::effk_adaptor::only<effk_S>(&::name))>;           \
      if constexpr (::std::is_function_v<effk_T>) {                                                      \
        using effk_One =                                                                                 \
            ::effk_adaptor::Adaptor<::effk_adaptor::Free<::effk_adaptor::only<effk_S>(&::name)>, effk_R, \
                                    effk_P>;                                                             \
        return ::effk_adaptor::better<effk_One, effk_All, effk_P>();                                     \
      } else if constexpr (::effk_adaptor::HasCallOperator<effk_T>) {                                    \
        return ::effk_adaptor::Adaptor<                                                                  \
            ::effk_adaptor::Functor<effk_T, ::effk_adaptor::only<effk_S>(&::name)>, effk_R, effk_P>();   \
      } else if constexpr (effk_All::fits()) {                                                           \
        return effk_All();                                                                               \
      } else {                                                                                           \
        return effk_pick_method<effk_S>();                                                               \
      }                                                                                                  \
    } else if constexpr (effk_All::fits()) {                                                             \
      return effk_All();                                                                                 \
    } else {                                                                                             \
      return ::effk_adaptor::Unfit();                                                                    \
    }                                                                                                    \
  }                                                                                                      \
  EFFK_EXPORT(effk_pick)

// The same for a sample in which ::name is ambiguous, as `merge` is after `using namespace std`: only a
// method of Solution can be meant.
#define EFFK_METHOD_ADAPTOR(name, ...) \
  EFFK_METHOD_PICK(name, __VA_ARGS__)  \
  EFFK_EXPORT(effk_pick_method)

// Whether a class has anything of this name: if so, a class with two bases of which one has it too cannot
// tell which is meant.
#define EFFK_METHOD_PICK(name, ...)                                                                         \
  namespace effk_none {                                                                                     \
  class Solution;                                                                                           \
  struct effk_Named {                                                                                       \
    int name;                                                                                               \
  };                                                                                                        \
  template <class effk_S>                                                                                   \
  struct effk_Both : effk_S, effk_Named {};                                                                 \
  }                                                                                                         \
  using namespace effk_none;                                                                                \
  template <class effk_S>                                                                                   \
  constexpr auto effk_pick_method() {                                                                       \
    using effk_D = ::effk_adaptor::Declared<__VA_ARGS__>;                                                   \
    using effk_R = effk_D::Result;                                                                          \
    using effk_P = effk_D::Parameters;                                                                      \
    if constexpr (!requires { sizeof(effk_S); }) {                                                          \
      return ::effk_adaptor::Nothing();                                                                     \
    } else {                                                                                                \
      constexpr auto effk_any = []<class... effk_A>(effk_A&&... effk_a)                                     \
          -> decltype(::effk_adaptor::object<effk_S, effk_A...>().name(static_cast<effk_A&&>(effk_a)...)) { \
        return ::effk_adaptor::object<effk_S, effk_A...>().name(static_cast<effk_A&&>(effk_a)...);          \
      };                                                                                                    \
      using effk_All = ::effk_adaptor::Generic<::std::remove_cv_t<decltype(effk_any)>, effk_R, effk_P>;     \
      if constexpr (requires { ::effk_adaptor::only<effk_S>(&effk_S::name); }) {                            \
        using effk_One =                                                                                    \
            ::effk_adaptor::Adaptor<::effk_adaptor::Method<effk_S, &effk_S::name>, effk_R, effk_P>;         \
        return ::effk_adaptor::better<effk_One, effk_All, effk_P>();                                        \
      } else if constexpr (effk_All::fits()) {                                                              \
        return effk_All();                                                                                  \
      } else if constexpr (::std::is_final_v<effk_S>) {                                                     \
        return ::effk_adaptor::Nothing();                                                                   \
      } else if constexpr (requires { &effk_none::effk_Both<effk_S>::name; }) {                             \
        return ::effk_adaptor::Nothing();                                                                   \
      } else {                                                                                              \
        return ::effk_adaptor::Hidden();                                                                    \
      }                                                                                                     \
    }                                                                                                       \
  }

#define EFFK_EXPORT(pick)                                                                     \
  extern "C" __attribute__((__visibility__("default"))) void effk_call(void** effk_arguments, \
                                                                       void* effk_result) {   \
    decltype(pick<::Solution>())::call(effk_arguments, effk_result);                          \
  }                                                                                           \
  __attribute__((__section__(".effk_types"), __used__)) constexpr auto effk_types =           \
      decltype(pick<::Solution>())::description();
