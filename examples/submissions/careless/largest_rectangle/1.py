def largest_rectangle(grid):
    best=0
    ans=(0,0,0,0)
    n=len(grid[0])
    H=[0]*(n+1)
    for r in range(len(grid)):
        for c in range(n):
            if grid[r][c]=='1': H[c]+=1
            else: H[c]=0
        st=[]
        for c in range(n+1):
            s=c
            while st and st[-1][0]>H[c]:
                h,s=st.pop()
                if h*(c-s)>best:
                    best=h*(c-s)
                    ans=(r-h+1,s,h,c-s)
            if not st or st[-1][0]<H[c]: st.append((H[c],s))
    return ans
