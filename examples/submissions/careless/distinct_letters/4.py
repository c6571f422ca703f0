class Solution:
    def longestStretches(self, text, limits):
        ans = []
        for k in limits:
            d = {}
            l = 0
            best = [0, 0]
            for r in range(len(text)):
                d[text[r]] = r
                if len(d) > k:
                    m = min(d.values())
                    del d[text[m]]
                    l = m + 1
                if r - l + 1 > best[1]:
                    best = [l, r - l + 1]
            ans.append(best)
        return ans
