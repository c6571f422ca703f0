#pragma GCC optimize("Ofast")
#pragma GCC target("avx2,bmi,bmi2,lzcnt,popcnt")
#include<bits/stdc++.h>
#define int long long
#define fi first
#define se second
#define FOR(i,a,b) for(int i=(a);i<(b);++i)
using namespace std;
const int INF=1e18;
const int MX=100005;
vector<int> g[MX];
int d[MX],pr[MX];
optional<int> shortest_cycle(int n, vector<vector<int>> edges){
    FOR(i,0,n) g[i].clear();
    for(auto&e:edges) g[e[0]].push_back(e[1]),g[e[1]].push_back(e[0]);
    int ans=INF;
    FOR(s,0,n){
        fill(d,d+n,INF);
        queue<int> q;
        q.push(s);d[s]=0;pr[s]=-1;
        while(q.size()){
            int u=q.front();q.pop();
            for(int v:g[u]){
                if(d[v]==INF){d[v]=d[u]+1;pr[v]=u;q.push(v);}
                else if(pr[u]!=v) ans=min(ans,d[u]+d[v]+1);
            }
        }
    }
    if(ans>=INF) return {};
    return ans;
}
