-- A run that effk 0.1.0 wrote when the schema had version 2: effk run of five samples for the small suite, --metrics all.
PRAGMA application_id = 1701209707;
PRAGMA user_version = 2;
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
INSERT INTO environment VALUES('driver.python.digest','2ef973737e639917');
INSERT INTO environment VALUES('driver.python.program.digest','eebad40af1b46a59');
INSERT INTO environment VALUES('effk','0.1.0');
INSERT INTO environment VALUES('effk.commit','b376a7efcbbc');
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
INSERT INTO environment VALUES('sandbox','no_new_privs seccomp landlock=7 namespaces=user,pid,mount,net,ipc,uts fixed_addresses');
INSERT INTO environment VALUES('seed','1');
INSERT INTO environment VALUES('suite','small');
INSERT INTO environment VALUES('suite.digest','326876045ed047308913df891d7ecfba');
INSERT INTO environment VALUES('suite.load','charged');
INSERT INTO environment VALUES('values.python.digest','unreadable');
CREATE TABLE warning (text TEXT NOT NULL);
CREATE TABLE problem (problem TEXT PRIMARY KEY, challenge TEXT NOT NULL, tags TEXT NOT NULL, digest TEXT NOT NULL,
  rivals TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO problem VALUES('add_up','implementation','["test"]','c16558d3b3487708f260c6ca05213320','["cpp/slow_prefixes","python/slow_prefixes"]');
INSERT INTO problem VALUES('pick_pairs','algorithm','["test"]','d657ed0613cfcc677e418806e6875d53','["cpp/slow_rescans","python/slow_rescans"]');
CREATE TABLE level (problem TEXT NOT NULL, level INTEGER NOT NULL, weight REAL NOT NULL, cases INTEGER NOT NULL,
  PRIMARY KEY (problem, level)) WITHOUT ROWID;
INSERT INTO level VALUES('add_up',0,0.0,2);
INSERT INTO level VALUES('add_up',1,3.0,1);
INSERT INTO level VALUES('add_up',2,4.0,1);
INSERT INTO level VALUES('pick_pairs',0,0.0,3);
INSERT INTO level VALUES('pick_pairs',1,3.0,1);
INSERT INTO level VALUES('pick_pairs',2,4.0,2);
CREATE TABLE reference (problem TEXT NOT NULL, language TEXT NOT NULL, code_digest TEXT NOT NULL, load INTEGER NOT NULL,
  allowance INTEGER NOT NULL, PRIMARY KEY (problem, language)) WITHOUT ROWID;
INSERT INTO reference VALUES('add_up','cpp','9051e5518ce6c3f985e40be7190102be',26381,200000);
INSERT INTO reference VALUES('add_up','python','844ac3a231677b706950b67098ba4636',2056,2000000);
INSERT INTO reference VALUES('pick_pairs','cpp','54b0fba4cba7b6bb45a86df176ebeff6',32387,200000);
CREATE TABLE reference_case (problem TEXT NOT NULL, language TEXT NOT NULL, level INTEGER NOT NULL, number INTEGER NOT NULL,
  cost INTEGER NOT NULL, frame INTEGER NOT NULL, floor INTEGER NOT NULL, user_us INTEGER, system_us INTEGER,
  wall_us INTEGER, peak_memory_bytes INTEGER,
  PRIMARY KEY (problem, language, level, number)) WITHOUT ROWID;
INSERT INTO reference_case VALUES('add_up','cpp',0,0,64,126,0,1843,0,3126,69632);
INSERT INTO reference_case VALUES('add_up','cpp',0,1,226,126,3,1281,0,7452,0);
INSERT INTO reference_case VALUES('add_up','cpp',1,0,960066,126,16875,1558,0,2112,241664);
INSERT INTO reference_case VALUES('add_up','cpp',2,0,3200066,126,56250,2921,0,7916,1593344);
INSERT INTO reference_case VALUES('add_up','python',0,0,890,622,0,2152,0,3505,798720);
INSERT INTO reference_case VALUES('add_up','python',0,1,6814,617,3,1055,724,2607,536576);
INSERT INTO reference_case VALUES('add_up','python',1,0,2257656,617,1406,1222,1109,4266,921600);
INSERT INTO reference_case VALUES('add_up','python',2,0,28604744,617,16875,7053,0,16077,356352);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,0,110,167,0,1198,572,3189,69632);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,1,1253,458,6,1401,0,5165,0);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,2,1324,458,6,951,0,1426,0);
INSERT INTO reference_case VALUES('pick_pairs','cpp',1,0,198311,963,1437,0,1269,1767,245760);
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,0,648707,1024,4312,1439,0,1958,40960);
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,1,656625,1024,4312,0,1459,2102,0);
CREATE TABLE rival (id INTEGER PRIMARY KEY, problem TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
  code_digest TEXT NOT NULL, alpha REAL NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL, load INTEGER,
  UNIQUE (problem, language, name));
INSERT INTO rival VALUES(1,'add_up','cpp','slow_prefixes','69983a08212d22ae43cf3737311059b3',100.0,'budget_exceeded','level 1, case 0: needed more than 320.0 M instructions',26381);
INSERT INTO rival VALUES(2,'add_up','python','slow_prefixes','9a468dc860697cc1c06dd27c865e3903',100.0,'budget_exceeded','level 1, case 0: needed more than 2860.5 M instructions',2059);
INSERT INTO rival VALUES(3,'pick_pairs','cpp','slow_rescans','dcc7184ffcec60d21a857a4331e9e8b5',100.0,'accepted','',32216);
CREATE TABLE rival_case (rival_id INTEGER NOT NULL REFERENCES rival (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (rival_id, level, number)) WITHOUT ROWID;
INSERT INTO rival_case VALUES(1,0,0,'accepted',26583,76,0,623,347,2823,0,'[]','');
INSERT INTO rival_case VALUES(1,0,1,'accepted',27599,1092,0,941,0,1292,0,'[]','');
INSERT INTO rival_case VALUES(1,1,0,'budget_exceeded',320593841,NULL,0,55980,7997,97480,221184,'[]','needed more than 320.0 M instructions');
INSERT INTO rival_case VALUES(2,0,0,'accepted',8063,5382,0,0,2231,3465,671744,'[]','');
INSERT INTO rival_case VALUES(2,0,1,'accepted',63811,61135,0,2269,0,4465,925696,'[]','');
INSERT INTO rival_case VALUES(2,1,0,'budget_exceeded',2867279895,NULL,0,263754,3822,371215,1163264,'[]','needed more than 2860.5 M instructions');
INSERT INTO rival_case VALUES(3,0,0,'accepted',32506,123,0,806,0,1615,0,'[]','');
INSERT INTO rival_case VALUES(3,0,1,'accepted',35245,2571,0,831,0,1238,0,'[]','');
INSERT INTO rival_case VALUES(3,0,2,'accepted',35215,2541,0,490,382,1326,0,'[]','');
INSERT INTO rival_case VALUES(3,1,0,'accepted',1984746,1951567,0,1283,0,1613,0,'[]','');
INSERT INTO rival_case VALUES(3,2,0,'accepted',6626067,6592827,0,2827,0,3502,40960,'[]','');
INSERT INTO rival_case VALUES(3,2,1,'accepted',6653022,6619782,0,2831,0,3555,0,'[]','');
CREATE TABLE sample (id INTEGER PRIMARY KEY, model TEXT NOT NULL, problem TEXT NOT NULL, language TEXT NOT NULL,
  sample TEXT NOT NULL, code TEXT NOT NULL, extraction TEXT NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL,
  load INTEGER, flags TEXT NOT NULL, UNIQUE (model, problem, language, sample));
INSERT INTO sample VALUES(1,'one','add_up','cpp','1',replace('#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (const long long value : values) sum = (sum + value * value) % 1000003;\n  return sum;\n}\n','\n',char(10)),'as_is','accepted','',26381,'[]');
INSERT INTO sample VALUES(2,'one','add_up','python','1',replace('def add_up(values):\n    total = 0\n    for value in values:\n        total += value * value\n    return total % 1000003\n','\n',char(10)),'as_is','accepted','',2056,'[]');
INSERT INTO sample VALUES(3,'one','pick_pairs','cpp','1',replace('// Always the one that begins first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end());\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','wrong_answer','level 1, case 0: as many pairs as possible',32387,'[]');
INSERT INTO sample VALUES(4,'one','pick_pairs','cpp','2',replace('// Always the one that ends first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return std::get<1>(x) < std::get<1>(y); });\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','accepted','',32387,'[]');
INSERT INTO sample VALUES(5,'one','add_up','cpp','2',replace('// Adds up every prefix anew.\n#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (std::size_t end = 0; end <= values.size(); ++end) {\n    sum = 0;\n    for (std::size_t i = 0; i < end; ++i) sum = (sum + values[i] * values[i]) % 1000003;\n  }\n  return sum;\n}\n','\n',char(10)),'as_is','budget_exceeded','level 1, case 0: needed more than 6.4 M instructions',26381,'[]');
CREATE TABLE case_result (sample_id INTEGER NOT NULL REFERENCES sample (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (sample_id, level, number)) WITHOUT ROWID;
INSERT INTO case_result VALUES(1,0,0,'accepted',26571,64,0,729,0,1223,0,'[]','');
INSERT INTO case_result VALUES(1,0,1,'accepted',26733,226,0,521,342,2082,0,'[]','');
INSERT INTO case_result VALUES(1,1,0,'accepted',986573,960066,0,1292,0,2168,221184,'[]','');
INSERT INTO case_result VALUES(1,2,0,'accepted',3226573,3200066,0,0,2643,5328,1593344,'[]','');
INSERT INTO case_result VALUES(2,0,0,'accepted',3568,890,0,1677,0,2486,0,'[]','');
INSERT INTO case_result VALUES(2,0,1,'accepted',9487,6814,0,1675,0,3310,417792,'[]','');
INSERT INTO case_result VALUES(2,1,0,'accepted',2260329,2257656,0,2019,0,3031,475136,'[]','');
INSERT INTO case_result VALUES(2,2,0,'accepted',28607417,28604744,0,6852,0,10703,425984,'[]','');
INSERT INTO case_result VALUES(3,0,0,'accepted',32664,110,0,805,0,1106,0,'[]','');
INSERT INTO case_result VALUES(3,0,1,'accepted',34149,1304,0,843,0,1807,0,'[]','');
INSERT INTO case_result VALUES(3,0,2,'accepted',34200,1355,0,1098,0,2346,0,'[]','');
INSERT INTO case_result VALUES(3,1,0,'wrong_answer',296095,262745,0,0,1531,2763,360448,'[]','as many pairs as possible');
INSERT INTO case_result VALUES(4,0,0,'accepted',32664,110,0,937,0,1295,0,'[]','');
INSERT INTO case_result VALUES(4,0,1,'accepted',34098,1253,0,975,0,1436,0,'[]','');
INSERT INTO case_result VALUES(4,0,2,'accepted',34169,1324,0,1030,0,1895,0,'[]','');
INSERT INTO case_result VALUES(4,1,0,'accepted',231661,198311,0,1147,0,1607,24576,'[]','');
INSERT INTO case_result VALUES(4,2,0,'accepted',682118,648707,0,1378,0,1919,81920,'[]','');
INSERT INTO case_result VALUES(4,2,1,'accepted',690036,656625,0,1374,0,2490,0,'[]','');
INSERT INTO case_result VALUES(5,0,0,'accepted',26583,76,0,1061,0,1564,0,'[]','');
INSERT INTO case_result VALUES(5,0,1,'accepted',27599,1092,0,920,0,1385,0,'[]','');
INSERT INTO case_result VALUES(5,1,0,'budget_exceeded',10614877,NULL,0,1917,1917,3494170,245760,'[]','needed more than 6.4 M instructions');
COMMIT;
