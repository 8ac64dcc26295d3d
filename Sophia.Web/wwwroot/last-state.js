// Keeps the last good state of the overview in this browser, as a document of its own that the service worker answers
// with when Sophia cannot be reached. One state is kept, whatever was looked at.

const CACHE = 'last-state';
const ROOT = '/offline';
const ADDRESS = ROOT + '/overview';
const EVERY = 60_000;
const POLICY = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; script-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

if ('serviceWorker' in navigator && 'caches' in window) {
  navigator.serviceWorker.register('/service-worker.js');
  setInterval(keep, EVERY);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
  let soon = 0;
  // Once the page is live it settles for a moment: charts are still drawing themselves then.
  new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(keep, 2_500);
  }).observe(document.body, { subtree: true, attributeFilter: ['data-state', 'aria-busy'] });
}

/** Only a page that is live has something to keep: anything older would get a newer date than it deserves. */
function isLive() {
  return document.querySelector('[data-testid="live-status"]')?.dataset.state === 'connected'
    && document.querySelector('[data-offline-board]')?.getAttribute('aria-busy') === 'false';
}

async function keep() {
  if (!isLive()) {
    return;
  }

  // Without the worker nobody would answer with what is kept.
  await navigator.serviceWorker.ready;
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].map(link => new URL(link.href).pathname);
  const body = page(sheets);
  const cache = await caches.open(CACHE);
  // The saved state has copies of its own, so that the service worker need not stand between a live page and its files.
  const files = [...sheets, '/offline.js', '/lib/inter/inter-latin.woff2'];
  for (const kept of await cache.keys()) {
    const path = new URL(kept.url).pathname;
    if (path !== ADDRESS && !files.some(file => path === ROOT + file)) {
      await cache.delete(kept);
    }
  }

  for (const file of files) {
    if (!await cache.match(ROOT + file)) {
      // A new response has no address of its own: what a style sheet names is then found beside the copy.
      const { body: content, headers } = await fetch(file);
      await cache.put(ROOT + file, new Response(content, { headers: { 'content-type': headers.get('content-type') } }));
    }
  }

  await cache.put(ADDRESS, new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
  }));
  document.documentElement.dataset.kept = '';
}

function page(sheets) {
  const main = document.createElement('main');
  const banner = document.getElementById('offline-banner').content.cloneNode(true);
  const asOf = banner.querySelector('[data-as-of]').dataset.asOf;
  banner.querySelector('time').dateTime = new Date().toISOString();
  main.append(banner, document.querySelector('main .heading .words').cloneNode(true), document.querySelector('[data-offline-board]').cloneNode(true));
  main.querySelectorAll('.canvas').forEach(freeze);
  // What claims to be current or needs a circuit has no place in it.
  main.querySelectorAll('button:not([data-reload]), .views, [popover], .notice').forEach(element => element.remove());
  main.querySelectorAll('.freshness').forEach(word => { word.textContent = asOf + ' '; });
  main.querySelectorAll('a').forEach(link => link.removeAttribute('href'));

  const saved = document.implementation.createHTMLDocument(document.title);
  saved.documentElement.lang = document.documentElement.lang;
  if (document.documentElement.dataset.theme) {
    saved.documentElement.dataset.theme = document.documentElement.dataset.theme;
  }

  saved.head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">');
  for (const sheet of sheets) {
    saved.head.append(Object.assign(saved.createElement('link'), { rel: 'stylesheet', href: ROOT + sheet }));
  }

  saved.body.className = 'offline';
  saved.body.append(main, Object.assign(saved.createElement('script'), { src: ROOT + '/offline.js', type: 'module' }));
  return '<!DOCTYPE html>' + saved.documentElement.outerHTML;
}

/** A drawing that grows with the page instead of a chart, or the chart's table where it is not drawn yet. */
function freeze(chart) {
  const drawing = chart.querySelector('svg');
  if (drawing && 'drawn' in chart.dataset) {
    drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`);
    ['width', 'height', 'style'].forEach(name => drawing.removeAttribute(name));
    chart.replaceChildren(drawing);
  } else {
    const card = chart.closest('.card');
    card.querySelector('.table')?.removeAttribute('hidden');
    chart.parentElement.remove();
  }
}
