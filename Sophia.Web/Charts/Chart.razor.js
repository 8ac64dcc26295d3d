const darkness = matchMedia('(prefers-color-scheme: dark)');
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Draws a chart into the element and returns what moves it along. The library is loaded once per page. */
export async function draw(element, library, content) {
  const echarts = await import(new URL(library, document.baseURI));
  const chart = echarts.init(element, null, { renderer: 'svg' });
  const show = () => {
    delete element.dataset.drawn;
    chart.setOption(option(content, palette(element), element.clientHeight), { notMerge: false, lazyUpdate: false });
  };
  show();
  // Keyboard and screen reader have the same links in the table.
  chart.getZr().on('click', event => {
    const point = [event.offsetX, event.offsetY];
    if (chart.containPixel('grid', point)) {
      const index = content.kind === 'bars' ? barAt(content, event.offsetY, element.clientHeight) : chart.convertFromPixel('grid', point)[0];
      const link = content.links[index];
      if (link) {
        Blazor.navigateTo(link);
      }
    }
  });
  chart.on('finished', () => { element.dataset.drawn = ''; });

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

/** The page's colours as the browser resolves them at this moment. */
function palette(element) {
  const probe = document.createElement('span');
  element.append(probe);
  const colour = name => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    accent: colour('accent'), accentSoft: colour('accent-soft'), accentFade: colour('accent-fade'), compared: colour('compared'),
    text: colour('text'), muted: colour('muted'), line: colour('line'), surface: colour('surface-raised'), sunken: colour('sunken'),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return colours;
}

function option(content, colours, height) {
  return {
    ...common(content, colours),
    ...(content.kind === 'bars' ? bars(content, colours, height) : area(content, colours)),
  };
}

function common(content, colours) {
  return {
    animation: !stillness.matches,
    animationDuration: 350,
    animationDurationUpdate: 350,
    animationEasingUpdate: 'cubicOut',
    textStyle: { fontFamily: colours.font, color: colours.text },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      padding: [10, 12],
      textStyle: { color: colours.text, fontSize: 13 },
      axisPointer: { type: content.kind === 'bars' ? 'none' : 'line', lineStyle: { color: colours.line } },
      formatter: points => tooltip(content, points[0].dataIndex, colours),
    },
  };
}

function area(content, colours) {
  const line = { type: 'line', showSymbol: false, symbolSize: 7, connectNulls: false };
  const values = content.current.values;
  return {
    grid: { left: 4, right: 12, top: 16, bottom: 6, containLabel: true },
    xAxis: {
      type: 'category', data: content.categories, boundaryGap: false,
      axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true, fontSize: 12, margin: 12 },
    },
    yAxis: {
      type: 'value', splitNumber: 4,
      splitLine: { lineStyle: { color: colours.line, opacity: 0.7 } },
      axisLabel: { color: colours.muted, fontSize: 12, formatter: axisText(content) },
    },
    series: [
      {
        ...line, id: 'previous', name: content.previous?.name ?? '', data: content.previous?.values ?? [],
        lineStyle: { color: colours.compared, width: 1.75, type: [5, 5] }, itemStyle: { color: colours.compared }, z: 2,
      },
      {
        ...line, id: 'current', name: content.current.name, data: content.lastIsOpen ? values.slice(0, -1) : values,
        lineStyle: { color: colours.accent, width: 2.5 }, itemStyle: { color: colours.accent }, z: 3,
        areaStyle: {
          color: { type: 'linear', x: 0, y: 0, x2: 0, y2: 1, colorStops: [{ offset: 0, color: colours.accentSoft }, { offset: 1, color: colours.accentFade }] },
        },
      },
      {
        // A period that is not over yet must not look like a fall.
        ...line, id: 'open', name: content.current.name, data: content.lastIsOpen ? values.map((value, index) => index < values.length - 2 ? null : value) : [],
        areaStyle: { color: colours.accentFade },
        lineStyle: { color: colours.accent, width: 2.5, type: [2, 5], cap: 'round' }, itemStyle: { color: colours.accent }, z: 3,
      },
    ],
  };
}

function pitchOf(content, height) {
  return Math.min(58, height / content.categories.length);
}

function barAt(content, offset, height) {
  return Math.floor((offset - 4) / pitchOf(content, height));
}

/** Each bar below its name and its value, so that long names of stages fit on a telephone. */
function bars(content, colours, height) {
  const pitch = pitchOf(content, height);
  const names = {
    type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 12, 0], fontSize: 13, color: colours.text },
  };
  return {
    grid: { left: 0, right: 0, top: 4, height: pitch * content.categories.length },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: [
      { ...names, data: content.categories },
      {
        ...names, data: content.current.texts, position: 'right',
        axisLabel: { ...names.axisLabel, fontWeight: 600 },
      },
    ],
    series: [
      {
        id: 'current', type: 'bar', name: content.current.name, barWidth: 10, data: content.current.values,
        itemStyle: { color: colours.accent, borderRadius: 5 },
        showBackground: true, backgroundStyle: { color: colours.sunken, borderRadius: 5 },
      },
    ],
  };
}

function tooltip(content, index, colours) {
  const row = (series, colour) => {
    const mark = `<span style="display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:8px;background:${colour}"></span>`;
    return `<div style="display:flex;justify-content:space-between;gap:24px;line-height:1.7"><span>${mark}${escape(series.labels[index])}</span>`
      + `<b style="font-variant-numeric:tabular-nums">${escape(series.texts[index])}</b></div>`;
  };
  const rows = [row(content.current, colours.accent)];
  if (content.previous) {
    rows.push(row(content.previous, colours.compared));
  }
  return rows.join('');
}

/** Labels come from source systems: they are text, whatever they contain. */
function escape(text) {
  const span = document.createElement('span');
  span.textContent = text ?? '';
  return span.innerHTML;
}

/** Writes a value of the axis in the page's language: $48M, 48 Mio. $. */
function axisText({ unit, currency }) {
  const style = unit === 'money' && currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : unit === 'ratio' ? { style: 'percent' } : {};
  const format = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', maximumFractionDigits: 1, ...style });
  return value => format.format(value);
}
