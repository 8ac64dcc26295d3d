// The keyboard: one listener for every page. Elements say by attribute which key reaches them, so pages need no script of their own.
let started = false;
// When g was pressed, by the clock of events: a page that is busy handles keys later than they were pressed.
let prefix = -Infinity;

/** Starts the keyboard once per document and says what the browser knows of its viewer. */
export function start() {
  if (!started) {
    started = true;
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    // From here on the page answers; before, it is only drawn.
    document.documentElement.dataset.answers = 'true';
  }
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC',
    isUtc: document.cookie.includes('clock=utc'),
  };
}

/** Remembers in which zone times are written. */
export function keepClock(isUtc) {
  document.cookie = `clock=${isUtc ? 'utc' : ''}; path=/; max-age=${isUtc ? 31_536_000 : 0}; samesite=lax`;
}

function onClick(event) {
  const button = event.target.closest('[data-opens], [data-closes], [data-menu], [data-focuses], nav.side a');
  if (!button) {
    openRow(event);
    return;
  }
  if (button.dataset.opens) {
    document.getElementById(button.dataset.opens).showModal();
  } else if (button.dataset.closes) {
    document.getElementById(button.dataset.closes).close();
  } else if (button.dataset.focuses) {
    event.preventDefault();
    document.getElementById(button.dataset.focuses).focus();
  } else {
    const open = button.hasAttribute('data-menu') && document.documentElement.dataset.menu !== 'open';
    document.documentElement.dataset.menu = open ? 'open' : 'closed';
    document.querySelector('[data-menu]')?.setAttribute('aria-expanded', String(open));
  }
}

/** A click anywhere in a row opens it, unless it meant something else: another control, or text that was selected. */
function openRow(event) {
  if (!event.target.closest('a, button, input, select, label, summary, textarea') && getSelection().isCollapsed) {
    event.target.closest('main tr')?.querySelector('[data-row]')?.click();
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === 'Escape') {
    escape(typing);
    return;
  }
  if (typing || document.querySelector('dialog[open]')) {
    return;
  }
  if (event.timeStamp - prefix < 1500) {
    prefix = -Infinity;
    act(event, document.querySelector(`[data-key="${CSS.escape(event.key)}"]`));
    return;
  }
  switch (event.key) {
    case 'g': prefix = event.timeStamp; break;
    case '/': focus(event, document.getElementById('search')); break;
    case '?': event.preventDefault(); document.getElementById('help').showModal(); break;
    case 'f': focus(event, document.querySelector('main [data-filter]')); break;
    case 'j': step(event, 1); break;
    case 'k': step(event, -1); break;
    default: act(event, document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`));
  }
}

function escape(typing) {
  if (document.querySelector('dialog[open]')) {
    return; // The browser closes it.
  }
  if (typing) {
    typing.blur();
    return;
  }
  [...document.querySelectorAll('[data-escape]')].at(-1)?.click();
}

function act(event, element) {
  if (element) {
    event.preventDefault();
    element.click();
  }
}

function focus(event, element) {
  if (element) {
    event.preventDefault();
    element.focus();
    element.select?.();
  }
}

function step(event, by) {
  const rows = [...document.querySelectorAll('main [data-row]')].filter(row => row.offsetParent !== null);
  const at = rows.indexOf(document.activeElement);
  const next = rows[at === -1 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next) {
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}
