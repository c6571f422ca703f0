-- A run that effk 0.1.0 wrote when the schema had version 1: effk run of five samples for the small suite.
PRAGMA application_id = 1701209707;
PRAGMA user_version = 1;
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
INSERT INTO environment VALUES('cpu','AMD EPYC');
INSERT INTO environment VALUES('cpu.microcode','0x1000065');
INSERT INTO environment VALUES('driver.cpp.digest','93fa4925ab3533f6');
INSERT INTO environment VALUES('driver.python.digest','0525c22be7918896');
INSERT INTO environment VALUES('effk','0.1.0');
INSERT INTO environment VALUES('effk.commit','a85ac8d1d2d5');
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
INSERT INTO environment VALUES('suite.digest','e09732ec4ef153566c90e90acc19049d');
INSERT INTO environment VALUES('suite.load','charged');
CREATE TABLE warning (text TEXT NOT NULL);
CREATE TABLE problem (problem TEXT PRIMARY KEY, challenge TEXT NOT NULL, tags TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO problem VALUES('add_up','implementation','["test"]','c16558d3b3487708f260c6ca05213320');
INSERT INTO problem VALUES('pick_pairs','algorithm','["test"]','d657ed0613cfcc677e418806e6875d53');
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
  cost INTEGER NOT NULL, frame INTEGER NOT NULL, floor INTEGER NOT NULL,
  PRIMARY KEY (problem, language, level, number)) WITHOUT ROWID;
INSERT INTO reference_case VALUES('add_up','cpp',0,0,64,126,0);
INSERT INTO reference_case VALUES('add_up','cpp',0,1,226,126,3);
INSERT INTO reference_case VALUES('add_up','cpp',1,0,960066,126,16875);
INSERT INTO reference_case VALUES('add_up','cpp',2,0,3200066,126,56250);
INSERT INTO reference_case VALUES('add_up','python',0,0,890,622,0);
INSERT INTO reference_case VALUES('add_up','python',0,1,6814,617,3);
INSERT INTO reference_case VALUES('add_up','python',1,0,2257656,617,1406);
INSERT INTO reference_case VALUES('add_up','python',2,0,28604744,617,16875);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,0,110,167,0);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,1,1253,458,6);
INSERT INTO reference_case VALUES('pick_pairs','cpp',0,2,1324,458,6);
INSERT INTO reference_case VALUES('pick_pairs','cpp',1,0,198311,963,1437);
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,0,648707,1024,4312);
INSERT INTO reference_case VALUES('pick_pairs','cpp',2,1,656625,1024,4312);
CREATE TABLE sample (id INTEGER PRIMARY KEY, model TEXT NOT NULL, problem TEXT NOT NULL, language TEXT NOT NULL,
  sample TEXT NOT NULL, code TEXT NOT NULL, extraction TEXT NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL,
  load INTEGER, flags TEXT NOT NULL, UNIQUE (model, problem, language, sample));
INSERT INTO sample VALUES(1,'one','add_up','cpp','1',replace('#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (const long long value : values) sum = (sum + value * value) % 1000003;\n  return sum;\n}\n','\n',char(10)),'as_is','accepted','',26381,'[]');
INSERT INTO sample VALUES(2,'one','add_up','python','1',replace('def add_up(values):\n    total = 0\n    for value in values:\n        total += value * value\n    return total % 1000003\n','\n',char(10)),'as_is','accepted','',2056,'[]');
INSERT INTO sample VALUES(3,'one','add_up','cpp','2',replace('// Adds up every prefix anew.\n#include <vector>\n\nlong long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n  for (std::size_t end = 0; end <= values.size(); ++end) {\n    sum = 0;\n    for (std::size_t i = 0; i < end; ++i) sum = (sum + values[i] * values[i]) % 1000003;\n  }\n  return sum;\n}\n','\n',char(10)),'as_is','budget_exceeded','level 1, case 0: needed more than 6.4 M instructions',26381,'[]');
INSERT INTO sample VALUES(4,'one','pick_pairs','cpp','2',replace('// Always the one that ends first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return std::get<1>(x) < std::get<1>(y); });\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','accepted','',32387,'[]');
INSERT INTO sample VALUES(5,'one','pick_pairs','cpp','1',replace('// Always the one that begins first.\n#include <algorithm>\n#include <tuple>\n#include <vector>\n\nstd::vector<std::tuple<long long, long long>> pick_pairs(std::vector<std::tuple<long long, long long>> pairs) {\n  std::sort(pairs.begin(), pairs.end());\n  std::vector<std::tuple<long long, long long>> picked;\n  long long free_from = 0;\n  for (const auto& [from, to] : pairs) {\n    if (from < free_from) continue;\n    picked.emplace_back(from, to);\n    free_from = to;\n  }\n  return picked;\n}\n','\n',char(10)),'as_is','wrong_answer','level 1, case 0: as many pairs as possible',32387,'[]');
CREATE TABLE case_result (sample_id INTEGER NOT NULL REFERENCES sample (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (sample_id, level, number)) WITHOUT ROWID;
INSERT INTO case_result VALUES(1,0,0,'accepted',26571,64,0,3694,0,7240,0,'[]','');
INSERT INTO case_result VALUES(1,0,1,'accepted',26733,226,0,3450,0,6372,0,'[]','');
INSERT INTO case_result VALUES(1,1,0,'accepted',986573,960066,0,0,4991,23829,335872,'[]','');
INSERT INTO case_result VALUES(1,2,0,'accepted',3226573,3200066,0,0,7042,29145,1576960,'[]','');
INSERT INTO case_result VALUES(2,0,0,'accepted',3568,890,0,0,4679,17206,462848,'[]','');
INSERT INTO case_result VALUES(2,0,1,'accepted',9487,6814,0,3605,1650,20908,491520,'[]','');
INSERT INTO case_result VALUES(2,1,0,'accepted',2260329,2257656,0,2532,2532,16799,614400,'[]','');
INSERT INTO case_result VALUES(2,2,0,'accepted',28607417,28604744,0,6866,3433,25370,696320,'[]','');
INSERT INTO case_result VALUES(3,0,0,'accepted',26583,76,0,4289,0,13849,0,'[]','');
INSERT INTO case_result VALUES(3,0,1,'accepted',27599,1092,0,0,4267,8962,0,'[]','');
INSERT INTO case_result VALUES(3,1,0,'budget_exceeded',10417487,NULL,0,7182,0,13297,335872,'[]','needed more than 6.4 M instructions');
INSERT INTO case_result VALUES(4,0,0,'accepted',32664,110,0,3957,0,5434,0,'[]','');
INSERT INTO case_result VALUES(4,0,1,'accepted',34098,1253,0,0,4270,7744,0,'[]','');
INSERT INTO case_result VALUES(4,0,2,'accepted',34169,1324,0,907,3178,7012,0,'[]','');
INSERT INTO case_result VALUES(4,1,0,'accepted',231661,198311,0,4553,0,9420,0,'[]','');
INSERT INTO case_result VALUES(4,2,0,'accepted',682118,648707,0,4765,0,9767,0,'[]','');
INSERT INTO case_result VALUES(4,2,1,'accepted',690036,656625,0,0,4492,6101,0,'[]','');
INSERT INTO case_result VALUES(5,0,0,'accepted',32664,110,0,3891,0,5844,0,'[]','');
INSERT INTO case_result VALUES(5,0,1,'accepted',34149,1304,0,0,3611,4315,0,'[]','');
INSERT INTO case_result VALUES(5,0,2,'accepted',34200,1355,0,0,4095,9369,0,'[]','');
INSERT INTO case_result VALUES(5,1,0,'wrong_answer',296095,262745,0,4782,0,8893,69632,'[]','as many pairs as possible');
COMMIT;
