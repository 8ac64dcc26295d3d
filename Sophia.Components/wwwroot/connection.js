// What must work before the circuit, without it and after it: the colours and the way back.

// Blazor's script says goodbye in an event that browsers are giving up and that some of them no longer send.
const listen = window.addEventListener;
window.addEventListener = (type, ...rest) => listen.call(window, type === 'unload' ? 'pagehide' : type, ...rest);

// Keeps trying for as long as the page is open: at once, then ever slower, at most every ten seconds.
// Until the circuit takes links over, the browser follows them by itself: were Blazor's script to do so, the address would change
// and a circuit that is just beginning stay on the page that it began with.
Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    reconnectionOptions: {
      maxRetries: Number.MAX_SAFE_INTEGER,
      retryIntervalMilliseconds: attempt => Math.min(250 * 2 ** attempt, 10_000),
    },
  },
});

document.addEventListener('change', event => {
  if (event.target.matches('input[name="theme"]')) {
    const theme = event.target.value;
    const kept = theme !== 'system';
    document.cookie = `theme=${kept ? theme : ''}; path=/; max-age=${kept ? 31_536_000 : 0}; samesite=lax`;
    if (kept) {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  }
});

document.addEventListener('click', event => {
  const button = event.target.closest('[data-reload], [data-reconnect]');
  if (button?.hasAttribute('data-reload')) {
    event.preventDefault();
    location.reload();
  } else if (button) {
    Blazor.reconnect().then(back => back || location.reload());
  }
});

// A circuit that the server no longer knows cannot come back, but the address holds all of the page's state.
const bar = document.getElementById('components-reconnect-modal');
new MutationObserver(() => {
  if (bar.classList.contains('components-reconnect-rejected')) {
    location.reload();
  }
}).observe(bar, { attributeFilter: ['class'] });
