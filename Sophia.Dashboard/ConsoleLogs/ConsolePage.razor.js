/** Keeps the newest line in view for as long as the viewer has not scrolled away from it. */
export function follow(scroller) {
  if (!scroller) {
    return;
  }
  let following = true;
  const jump = scroller.parentElement.querySelector('[data-jump]');
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight; };
  const show = () => jump?.classList.toggle('offered', !following);
  scroller.addEventListener('scroll', () => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
    show();
  }, { passive: true });
  // A viewer who scrolls up means it, whatever is drawn at the same moment.
  scroller.addEventListener('wheel', event => {
    if (event.deltaY < 0) {
      following = false;
    }
  }, { passive: true });
  new MutationObserver(() => following && toEnd()).observe(scroller, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
  jump?.addEventListener('click', () => {
    following = true;
    toEnd();
    show();
  });
  toEnd();
}
