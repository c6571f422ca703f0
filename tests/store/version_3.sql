-- A run that effk 0.1.0 wrote when the schema had version 3: effk run of five samples for the small suite, --metrics all.
PRAGMA application_id = 1701209707;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO run VALUES('alpha','2');
INSERT INTO run VALUES('complete','1');
CREATE TABLE environment (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO environment VALUES('allowance','cpp 200000 python 2000000');
INSERT INTO environment VALUES('alpha','2');
INSERT INTO environment VALUES('baseline','x86-64-v3');
INSERT INTO environment VALUES('compiler','g++ (Debian 12.2.0-14+deb12u1) 12.2.0');
INSERT INTO environment VALUES('compiler.digest','544ac48aaf6e60ec75bc3169bf479d04');
INSERT INTO environment VALUES('compiler.flags','-std=c++20 -O2 -fPIC -fno-semantic-interposition -fvisibility=hidden -fno-gnu-unique -mstringop-strategy=libcall -shared -s -Wl,-Bsymbolic,-z,now,--build-id=none');
INSERT INTO environment VALUES('correctness_slack','0');
INSERT INTO environment VALUES('cost','instructions');
INSERT INTO environment VALUES('cpu','AMD EPYC');
INSERT INTO environment VALUES('cpu.microcode','0x1000065');
INSERT INTO environment VALUES('driver.cpp.digest','dc21308a686a86d6');
INSERT INTO environment VALUES('driver.cpp.program.digest','53a6453b0fa8bc35');
INSERT INTO environment VALUES('driver.python.digest','ed106998ca94f135');
INSERT INTO environment VALUES('driver.python.program.digest','0673ae29d62f73af');
INSERT INTO environment VALUES('effk','0.1.0');
INSERT INTO environment VALUES('effk.commit','0c37d51cea2d');
INSERT INTO environment VALUES('instrument','icount');
INSERT INTO environment VALUES('instrument.reason','icount: as asked');
INSERT INTO environment VALUES('instrument.unprotected','');
INSERT INTO environment VALUES('instrument.version','effk 0.1.0');
INSERT INTO environment VALUES('interpreter','/usr/bin/python3.11');
INSERT INTO environment VALUES('interpreter.digest','dffbd08775aefc47');
INSERT INTO environment VALUES('kernel','Linux 6.18.44-fc-v669');
INSERT INTO environment VALUES('libc','2.36');
INSERT INTO environment VALUES('libc.digest','abf68646defcf769');
INSERT INTO environment VALUES('libstdc++.digest','44105c75f99bad24');
INSERT INTO environment VALUES('python.preload','');
INSERT INTO environment VALUES('rivals','slow baseline alpha 100');
INSERT INTO environment VALUES('sandbox','no_new_privs seccomp landlock=7 namespaces=user,pid,mount,net,ipc,uts fixed_addresses');
INSERT INTO environment VALUES('seed','1');
INSERT INTO environment VALUES('suite','small');
INSERT INTO environment VALUES('suite.digest','326876045ed047308913df891d7ecfba');
INSERT INTO environment VALUES('suite.load','charged');
INSERT INTO environment VALUES('values.python.digest','unreadable');
CREATE TABLE warning (text TEXT NOT NULL);
CREATE TABLE problem (problem TEXT PRIMARY KEY, challenge TEXT NOT NULL, tags TEXT NOT NULL, digest TEXT NOT NULL,
  rivals TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, statement TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO problem VALUES('add_up','implementation','["test"]','c16558d3b3487708f260c6ca05213320','["cpp/slow_prefixes","python/slow_prefixes"]','Add up squares','function',replace('# Add up squares\n\nGiven a list of at most 300,000 integers from -1000 to 1000, return the sum of their squares modulo 1,000,003.\n\n`add_up([1, -2, 3])` is `14`.\n','\n',char(10)));
INSERT INTO problem VALUES('pick_pairs','algorithm','["test"]','d657ed0613cfcc677e418806e6875d53','["cpp/slow_rescans","python/slow_rescans"]','Pick disjoint intervals','function',replace('# Pick disjoint intervals\n\nEach pair (a, b) with 0 <= a < b <= 10000 stands for an interval from a to b. Return as many of the given pairs as\npossible such that no two of the returned intervals have more than an end in common, in any order. There are at most\n20,000 pairs, and any largest choice is right.\n\n`pick_pairs([(1, 5), (4, 8), (5, 9)])` is `[(1, 5), (5, 9)]`.\n','\n',char(10)));
CREATE TABLE signature (problem TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (problem, language)) WITHOUT ROWID;
INSERT INTO signature VALUES('add_up','cpp','long long add_up(const std::vector<long long>& values)');
INSERT INTO signature VALUES('add_up','python','def add_up(values: list[int]) -> int:');
INSERT INTO signature VALUES('pick_pairs','cpp','std::vector<std::tuple<long long, long long>> pick_pairs(const std::vector<std::tuple<long long, long long>>& pairs)');
INSERT INTO signature VALUES('pick_pairs','python','def pick_pairs(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:');
CREATE TABLE level (problem TEXT NOT NULL, level INTEGER NOT NULL, weight REAL NOT NULL, cases INTEGER NOT NULL,
  PRIMARY KEY (problem, level)) WITHOUT ROWID;
INSERT INTO level VALUES('add_up',0,0.0,2);
INSERT INTO level VALUES('add_up',1,3.0,1);
INSERT INTO level VALUES('add_up',2,4.0,1);
INSERT INTO level VALUES('pick_pairs',0,0.0,3);
INSERT INTO level VALUES('pick_pairs',1,3.0,1);
INSERT INTO level VALUES('pick_pairs',2,4.0,2);
CREATE TABLE reference (problem TEXT NOT NULL, language TEXT NOT NULL, code_digest TEXT NOT NULL, load INTEGER NOT NULL,
  allowance INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (problem, language)) WITHOUT ROWID;
INSERT INTO reference VALUES('add_up','cpp','9051e5518ce6c3f985e40be7190102be',26381,200000,replace('#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (const long long value : values) sum = (sum + value * value) % 1000003;\n  return sum;\n}\n','\n',char(10)));
INSERT INTO reference VALUES('add_up','python','844ac3a231677b706950b67098ba4636',2095,2000000,replace('def add_up(values):\n    total = 0\n    for value in values:\n        total += value * value\n    return total % 1000003\n','\n',char(10)));
INSERT INTO reference VALUES('pick_pairs','cpp','54b0fba4cba7b6bb45a86df176ebeff6',32387,200000,replace('// Always the one that ends first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return std::get<1>(x) < std::get<1>(y); });\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)));
CREATE TABLE reference_case (problem TEXT NOT NULL, language TEXT NOT NULL, level INTEGER NOT NULL, number INTEGER NOT NULL,
  cost INTEGER NOT NULL, frame INTEGER NOT NULL, floor INTEGER NOT NULL, user_us INTEGER, system_us INTEGER,
  wall_us INTEGER, peak_memory_bytes INTEGER, arguments_digest TEXT NOT NULL,
  PRIMARY KEY (problem, language, level, number)) WITHOUT ROWID;
INSERT INTO reference_case VALUES('add_up','cpp',0,0,64,126,0,1801,0,3796,69632,'00af303dc16e905b06d9b8660b3c2344');
INSERT INTO reference_case VALUES('add_up','cpp',0,1,226,126,3,1283,0,2822,0,'b57f46ae1c918a9aec43733aa21fe671');
INSERT INTO reference_case VALUES('add_up','cpp',1,0,960066,126,16875,1673,0,6108,241664,'289cdaaafb5ee89c7ae14de6d3f6f9d8');
INSERT INTO reference_case VALUES('add_up','cpp',2,0,3200066,126,56250,3122,0,8826,1593344,'6e29247239111c0bc012130c1e8d9ca2');
INSERT INTO reference_case VALUES('add_up','python',0,0,894,622,0,1217,1273,9247,757760,'00af303dc16e905b06d9b8660b3c2344');
INSERT INTO reference_case VALUES('add_up','python',0,1,6818,617,3,2341,0,7190,434176,'b57f46ae1c918a9aec43733aa21fe671');
INSERT INTO reference_case VALUES('add_up','python',1,0,2264936,617,1406,2516,0,5248,1073152,'16d9046cf81fa15097746fbf2be2e6a8');
INSERT INTO reference_case VALUES('add_up','python',2,0,29080884,617,16875,7478,0,17555,577536,'8d6ceda2511830516e32b42977e57113');
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,0,110,167,0,1750,0,3166,69632,'00af303dc16e905b06d9b8660b3c2344');
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,1,1253,458,6,1338,0,2330,0,'fc9f84b5b10adb3da7ac2d9f896c6be3');
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,2,1324,458,6,0,963,1424,0,'a19384e69935150c004663049c797fbf');
INSERT INTO reference_case VALUES('pick_pairs','cpp',1,0,198311,963,1437,1196,0,1634,245760,'24d93ae7263602c5013151eb3431488d');
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,0,648707,1024,4312,1509,0,6252,40960,'f60c30e0a455a5af7a2cc64b12786c8f');
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,1,656625,1024,4312,1415,0,1835,0,'d8ab4b7f97713ff6238dfb2c27c4374b');
CREATE TABLE rival (id INTEGER PRIMARY KEY, problem TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
  code_digest TEXT NOT NULL, alpha REAL NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL, load INTEGER,
  UNIQUE (problem, language, name));
INSERT INTO rival VALUES(1,'add_up','python','slow_prefixes','9a468dc860697cc1c06dd27c865e3903',100.0,'budget_exceeded','level 1, case 0: needed more than 2908.1 M instructions',2095);
INSERT INTO rival VALUES(2,'add_up','cpp','slow_prefixes','69983a08212d22ae43cf3737311059b3',100.0,'budget_exceeded','level 1, case 0: needed more than 320.0 M instructions',26381);
INSERT INTO rival VALUES(3,'pick_pairs','cpp','slow_rescans','dcc7184ffcec60d21a857a4331e9e8b5',100.0,'accepted','',32216);
CREATE TABLE rival_case (rival_id INTEGER NOT NULL REFERENCES rival (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (rival_id, level, number)) WITHOUT ROWID;
INSERT INTO rival_case VALUES(1,0,0,'accepted',8092,5375,0,2204,0,3496,614400,'[]','');
INSERT INTO rival_case VALUES(1,0,1,'accepted',63772,61060,0,2233,0,3576,983040,'[]','');
INSERT INTO rival_case VALUES(1,1,0,'budget_exceeded',2910373849,NULL,0,273183,4967,417789,1040384,'[]','needed more than 2908.1 M instructions');
INSERT INTO rival_case VALUES(2,0,0,'accepted',26583,76,0,1132,0,4352,0,'[]','');
INSERT INTO rival_case VALUES(2,0,1,'accepted',27599,1092,0,1011,0,1528,0,'[]','');
INSERT INTO rival_case VALUES(2,1,0,'budget_exceeded',320536849,NULL,0,63360,0,108152,221184,'[]','needed more than 320.0 M instructions');
INSERT INTO rival_case VALUES(3,0,0,'accepted',32506,123,0,880,0,2229,0,'[]','');
INSERT INTO rival_case VALUES(3,0,1,'accepted',35245,2571,0,833,0,1149,0,'[]','');
INSERT INTO rival_case VALUES(3,0,2,'accepted',35215,2541,0,0,842,1183,0,'[]','');
INSERT INTO rival_case VALUES(3,1,0,'accepted',1984746,1951567,0,1304,0,1787,0,'[]','');
INSERT INTO rival_case VALUES(3,2,0,'accepted',6626067,6592827,0,2828,0,3314,0,'[]','');
INSERT INTO rival_case VALUES(3,2,1,'accepted',6653022,6619782,0,2920,0,7964,0,'[]','');
CREATE TABLE sample (id INTEGER PRIMARY KEY, model TEXT NOT NULL, problem TEXT NOT NULL, language TEXT NOT NULL,
  sample TEXT NOT NULL, code TEXT NOT NULL, extraction TEXT NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL,
  load INTEGER, flags TEXT NOT NULL, reused INTEGER NOT NULL, UNIQUE (model, problem, language, sample));
INSERT INTO sample VALUES(1,'one','add_up','cpp','2',replace('// Adds up every prefix anew.\n#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (std::size_t end = 0; end <= values.size(); ++end) {\n    sum = 0;\n    for (std::size_t i = 0; i < end; ++i) sum = (sum + values[i] * values[i]) % 1000003;\n  }\n  return sum;\n}\n','\n',char(10)),'as_is','budget_exceeded','level 1, case 0: needed more than 6.4 M instructions',26381,'[]',0);
INSERT INTO sample VALUES(2,'one','add_up','cpp','1',replace('#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (const long long value : values) sum = (sum + value * value) % 1000003;\n  return sum;\n}\n','\n',char(10)),'as_is','accepted','',26381,'[]',0);
INSERT INTO sample VALUES(3,'one','add_up','python','1',replace('def add_up(values):\n    total = 0\n    for value in values:\n        total += value * value\n    return total % 1000003\n','\n',char(10)),'as_is','accepted','',2095,'[]',0);
INSERT INTO sample VALUES(4,'one','pick_pairs','cpp','2',replace('// Always the one that ends first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return std::get<1>(x) < std::get<1>(y); });\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','accepted','',32387,'[]',0);
INSERT INTO sample VALUES(5,'one','pick_pairs','cpp','1',replace('// Always the one that begins first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end());\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','wrong_answer','level 1, case 0: as many pairs as possible',32387,'[]',0);
CREATE TABLE case_result (sample_id INTEGER NOT NULL REFERENCES sample (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (sample_id, level, number)) WITHOUT ROWID;
INSERT INTO case_result VALUES(1,0,0,'accepted',26583,76,0,799,0,1288,0,'[]','');
INSERT INTO case_result VALUES(1,0,1,'accepted',27599,1092,0,1018,0,1384,0,'[]','');
INSERT INTO case_result VALUES(1,1,0,'budget_exceeded',13989507,NULL,0,3966,0,4546,245760,'[]','needed more than 6.4 M instructions');
INSERT INTO case_result VALUES(2,0,0,'accepted',26571,64,0,1157,0,5619,0,'[]','');
INSERT INTO case_result VALUES(2,0,1,'accepted',26733,226,0,1090,0,3785,0,'[]','');
INSERT INTO case_result VALUES(2,1,0,'accepted',986573,960066,0,1711,0,10978,221184,'[]','');
INSERT INTO case_result VALUES(2,2,0,'accepted',3226573,3200066,0,0,3162,7754,1593344,'[]','');
INSERT INTO case_result VALUES(3,0,0,'accepted',3611,894,0,2050,0,7638,0,'[]','');
INSERT INTO case_result VALUES(3,0,1,'accepted',9530,6818,0,1764,0,5093,503808,'[]','');
INSERT INTO case_result VALUES(3,1,0,'accepted',2267648,2264936,0,0,2376,3317,430080,'[]','');
INSERT INTO case_result VALUES(3,2,0,'accepted',29083596,29080884,0,3424,3424,10950,573440,'[]','');
INSERT INTO case_result VALUES(4,0,0,'accepted',32664,110,0,941,0,1382,0,'[]','');
INSERT INTO case_result VALUES(4,0,1,'accepted',34098,1253,0,962,0,1437,0,'[]','');
INSERT INTO case_result VALUES(4,0,2,'accepted',34169,1324,0,0,1091,1478,0,'[]','');
INSERT INTO case_result VALUES(4,1,0,'accepted',231661,198311,0,1296,0,2009,0,'[]','');
INSERT INTO case_result VALUES(4,2,0,'accepted',682118,648707,0,0,1818,2435,0,'[]','');
INSERT INTO case_result VALUES(4,2,1,'accepted',690036,656625,0,634,785,1921,0,'[]','');
INSERT INTO case_result VALUES(5,0,0,'accepted',32664,110,0,849,0,1181,0,'[]','');
INSERT INTO case_result VALUES(5,0,1,'accepted',34149,1304,0,846,0,1387,0,'[]','');
INSERT INTO case_result VALUES(5,0,2,'accepted',34200,1355,0,1004,0,1544,0,'[]','');
INSERT INTO case_result VALUES(5,1,0,'wrong_answer',296095,262745,0,1278,0,1744,360448,'[]','as many pairs as possible');
COMMIT;
