// What every chart needs of the browser, whatever it draws: the library once per page, the size, the colours and the theme.
const darkness = matchMedia('(prefers-color-scheme: dark)');

/**
 * Draws a chart into the element and returns what moves it along.
 * option(content, colour) gives what the library draws, colour(name) a custom property as the browser resolves it;
 * listen(chart, current) may add listeners.
 */
export async function canvas(element, library, content, option, listen) {
  const echarts = await import(new URL(library, document.baseURI));
  const chart = echarts.init(element, null, { renderer: 'svg' });
  const show = () => {
    const probe = document.createElement('span');
    element.append(probe);
    const colour = name => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const drawn = option(content, colour, getComputedStyle(element).fontFamily);
    probe.remove();
    chart.setOption(drawn, { notMerge: false, lazyUpdate: false, replaceMerge: ['series'] });
  };
  show();
  listen?.(chart, () => content);

  const sizes = new ResizeObserver(() => {
    // A hidden chart has no size; drawing it then would squeeze it to nothing.
    if (element.clientWidth > 0) {
      chart.resize({ animation: { duration: 0 } });
    }
  });
  sizes.observe(element);
  const themes = new MutationObserver(show);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  darkness.addEventListener('change', show);

  return {
    update(next) {
      content = next;
      show();
    },
    dispose() {
      sizes.disconnect();
      themes.disconnect();
      darkness.removeEventListener('change', show);
      chart.dispose();
    },
  };
}
