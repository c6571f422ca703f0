// tests/counters/icount/fuzz/places.h -- where things lie in a program of the fuzzer, and what its records
// hold.
//
// Every address is fixed, so that the program's registers hold the same numbers wherever it runs. Between any
// two parts lies memory that is not mapped.
#pragma once

#include <cstdint>

namespace effk::icount::fuzz {

// What random instructions read and write. Not mapped behind its end.
constexpr std::uint32_t kArena = 0x280'0000;
constexpr std::uint32_t kArenaBytes = 0x8000;
constexpr std::uint32_t kArenaEnd = kArena + kArenaBytes;
constexpr std::uint32_t kArenaMiddle = kArena + kArenaBytes / 2;
constexpr std::uint32_t kFsBase = kArena + 0x1000;

// The program's own variables, constants and tables of addresses.
constexpr std::uint32_t kVariables = 0x300'0000;
constexpr std::uint32_t kVectors = kVariables + 0x1000;  // what vector registers begin with
constexpr std::uint32_t kVectorBytes = 64;
constexpr std::uint32_t kCells = kVariables + 0x2000;  // addresses that are jumped through
constexpr std::uint32_t kCellsEnd = kVariables + 0x8000;
constexpr std::uint32_t kVariablesInFile = kCellsEnd - kVariables;
constexpr std::uint32_t kAlternateStack = kCellsEnd;
constexpr std::uint32_t kAlternateStackBytes = 0x1'0000;
constexpr std::uint32_t kDumpStack = kAlternateStack + kAlternateStackBytes + 0x1000;  // its upper end
constexpr std::uint32_t kOutput = kDumpStack + 0x1000;
constexpr std::uint32_t kOutputBytes = 0x20'0000;
constexpr std::uint32_t kVariablesEnd = kOutput + kOutputBytes;

enum Variable : std::uint32_t {
  kOutputAt = kVariables,              // where the next record goes
  kSavedRax = kVariables + 0x08,       // while a record is written
  kSavedRsp = kVariables + 0x10,       //
  kSnippet = kVariables + 0x18,        // number of the snippet
  kResume = kVariables + 0x20,         // where the next fault goes on, and with which stack
  kResumeRsp = kVariables + 0x28,      //
  kExit = kVariables + 0x30,           // where the faults after it go on: the snippet's end
  kFaults = kVariables + 0x38,         // how many there were
  kCounted = kVariables + 0x40,        // the program's count of itself, at its end
  kSavedRcx = kVariables + 0x48,       // while a jump is decided
  kControls = kVariables + 0x80,       // control words of SSE and x87, 16 of each
  kUsualControl = kVariables + 0x180,  // that SSE begins with
  kActions = kVariables + 0x200        // of signals, and the stack for them
};

constexpr std::uint32_t kStack = 0x380'0000;
constexpr std::uint32_t kStackBytes = 0x1'0000;
constexpr std::uint32_t kStackStart = kStack + kStackBytes / 2;  // rsp of a snippet
constexpr std::uint32_t kStackShown = 0x800;                     // of it and below it are in the output

// Code lies in one of these.
constexpr std::uint32_t kLowCode = 0x1'0000, kLowCodeEnd = 0x270'0000;
constexpr std::uint32_t kHighCode = 0x400'0000, kHighCodeEnd = 0xf00'0000;

// One record: what a snippet left in the registers, or what a signal's frame had of them.
enum Field : std::uint32_t {
  kTag = 0,        // the snippet's number, or kFaultTag + the signal's
  kRegisters = 8,  // 16, in the processor's order
  kRip = 136,      // of a fault; from here to kAddress
  kFlags = 144,    //
  kError = 152,    //
  kTrap = 160,     //
  kCr2 = 168,      //
  kPresent = 176,  // which vector state the frame has
  kCode = 184,     // si_code
  kAddress = 192,  // si_addr
  kLegacy = 256,   // as fxsave writes it
  kUpper = 768,    // upper halves of ymm0 to ymm15
  kRecord = 1024,  // bytes of it, without AVX-512
  kZmm = 1024,     // zmm0 to zmm31
  kMasks = 3072,   // k0 to k7
  kWideRecord = 3136
};
constexpr std::uint64_t kFaultTag = 0x1000;

}  // namespace effk::icount::fuzz
