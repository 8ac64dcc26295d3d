// Runs on the saved state: says how old it is, and leaves as soon as Sophia can be reached.

const language = document.documentElement.lang;
const saved = document.querySelector('.offline-banner time');
const age = document.querySelector('.offline-banner [data-age]');
const moment = new Date(saved.dateTime);
saved.textContent = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);

function tell() {
  const seconds = Math.round((moment - Date.now()) / 1000);
  const [size, unit] = seconds > -60 ? [1, 'second'] : seconds > -3600 ? [60, 'minute'] : seconds > -172_800 ? [3600, 'hour'] : [86_400, 'day'];
  age.textContent = new Intl.RelativeTimeFormat(language).format(Math.ceil(seconds / size), unit);
}

tell();
setInterval(tell, 5_000);
document.querySelector('[data-reload]').addEventListener('click', () => location.reload());
addEventListener('online', () => location.reload());
// A server that was down says nothing when it is back.
setInterval(() => fetch('/health', { method: 'HEAD', cache: 'no-store' }).then(answer => answer.ok && location.reload(), () => {}), 15_000);
