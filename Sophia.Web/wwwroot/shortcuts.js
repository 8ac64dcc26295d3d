// The keys of the help sheet, read from the sheet itself.

const WAIT = 1_200;
let first = null;
let forget = 0;

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector('dialog[open]')) {
    return;
  }

  const keys = first ? `${first} ${event.key}` : event.key;
  const shortcut = find(keys) ?? find(event.key);
  first = null;
  clearTimeout(forget);
  if (shortcut) {
    event.preventDefault();
    run(shortcut.dataset);
  } else if (document.querySelector(`#shortcuts [data-keys^="${CSS.escape(event.key)} "]`)) {
    first = event.key;
    forget = setTimeout(() => { first = null; }, WAIT);
  }
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) {
    document.getElementById(opener.dataset.opens).showModal();
  }
});

function find(keys) {
  return document.querySelector(`#shortcuts [data-keys="${CSS.escape(keys)}"]`);
}

function isWriting(element) {
  return element.matches('textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable]');
}

function run({ address, press }) {
  if (address) {
    Blazor.navigateTo(address);
    return;
  }

  const element = document.querySelector(press);
  if (element?.type === 'radio') {
    const choices = [...document.getElementsByName(element.name)];
    choices[(choices.indexOf(element) + 1) % choices.length].click();
  } else if (element?.matches('button')) {
    element.click();
  } else {
    element?.focus();
  }
}
