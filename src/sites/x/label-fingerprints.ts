import type { SettingId } from "../../audit/setting";

/** Fingerprints of the two switches' labels in every language of X. Written by `npm run labels`. */
export const labelFingerprints: ReadonlyMap<SettingId, ReadonlySet<string>> = new Map([
  [
    "x.phone",
    fingerprints(
      "10nbm62 12twxyn 15c6834 16ggzlg 174k6tb 1b261kj 1dy3xk 1emvp2g 1fskuhu 1hz9kwd 1j80aco 1j9wc1k 1klfb5r 1mf2rhj 1np051a 1ofogqy 1p0yfus 1pa9njx 1pcs6u8 1pel0ds 1ps9mzo 1uaaq77 1ybwd5 1ype0mu 39t9sd 4z9xkn 6glmwt 72rwqh 74ps2v 75zbd6 88sp7 as34mk c7tvfg eue2j8 kktrjd kxoxpu mu9645 oxp4fm ph86jy qtpzow scys2h vv93k5 zfvnin",
    ),
  ],
  [
    "x.email",
    fingerprints(
      "120hjy9 12p0x2x 12wt340 15oclkh 1620c1s 19zf60f 1cipakg 1f6iz4r 1halfx9 1m3p2dv 1mabpb8 1oei446 1p9frw5 1pr4yve 1ql8mcq 1s1yycj 1sj4zg7 1tcmi9v 5qnyj5 5y22fa 687n3d 8r48w1 bn75cj bt1z57 cqz55c d46j7n eed0en fcgkyy iwu8f9 j5fqi1 k24jml lqnmrv m0s6q2 nfenln pje6s pusu54 r7dqa4 sdk12l veyykm vtvo86 wfrxpu y6z87y y96j82",
    ),
  ],
]);

function fingerprints(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
