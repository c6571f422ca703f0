// Light or dark: what the reader chose, else what the system says. Runs in the head, before anything is drawn.

const kThemeKey = 'effk-theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

// Pages opened from a file may have no storage; then the choice lasts as long as the page.
function storedTheme() {
  try { return localStorage.getItem(kThemeKey); } catch { return null; }
}

function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById('theme');
  if (button) button.textContent = theme === 'dark' ? 'Light' : 'Dark';
  document.dispatchEvent(new Event('themechange'));
}

const systemTheme = () => (systemIsDark.matches ? 'dark' : 'light');
showTheme(storedTheme() ?? systemTheme());
systemIsDark.addEventListener('change', () => { if (!storedTheme()) showTheme(systemTheme()); });

document.addEventListener('DOMContentLoaded', () => {
  const button = document.getElementById('theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem(kThemeKey, theme); } catch { /* see storedTheme() */ }
    showTheme(theme);
  });
  showTheme(document.documentElement.dataset.theme);
});
