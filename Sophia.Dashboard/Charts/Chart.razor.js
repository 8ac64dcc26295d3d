/** Draws a chart and returns what moves it along. */
export async function draw(element, canvasScript, library, content, owner, zooms) {
  const { canvas } = await import(new URL(canvasScript, document.baseURI));
  return canvas(element, library, content, option, (chart, current) => {
    chart.on('click', point => {
      if (point.data?.address) {
        Blazor.navigateTo(point.data.address);
      } else if (point.seriesType === 'heatmap') {
        owner.invokeMethodAsync('PickAsync', point.data.value[0], point.data.value[1]);
      }
    });
    if (zooms) {
      zoom(element, chart, current, owner);
    }
  });
}

function option(content, colour, font) {
  const look = {
    animation: false,
    textStyle: { fontFamily: font, color: colour('text') },
    grid: { left: 8, right: 16, top: 14, bottom: 6, containLabel: true },
  };
  const tip = {
    confine: true, backgroundColor: colour('surface-raised'), borderColor: colour('line'), padding: [8, 12],
    textStyle: { color: colour('text'), fontSize: 12 },
  };
  return content.heat ? { ...look, ...heat(content, colour, tip) } : { ...look, ...lines(content, colour, tip) };
}

function lines(content, colour, tip) {
  const bars = content.series.some(series => series.style === 'bars');
  return {
    useUTC: content.utc,
    tooltip: { ...tip, trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: colour('muted'), type: [3, 3] } }, formatter: points => tooltip(points, content, colour) },
    xAxis: {
      type: 'time', min: content.from, max: content.to, splitNumber: 5,
      axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false }, axisPointer: { snap: true },
      axisLabel: { color: colour('muted'), hideOverlap: true, fontSize: 11 },
    },
    yAxis: {
      type: 'value', splitNumber: 4, min: value => Math.min(0, value.min),
      splitLine: { lineStyle: { color: colour('line'), opacity: 0.7 } },
      axisLabel: { color: colour('muted'), fontSize: 11, formatter: value => write(value, content.unit) },
    },
    series: [
      ...content.series.map((series, index) => {
        const paint = colour(`series-${series.colour}`);
        return {
          id: `s${index}`, name: series.name, type: series.style === 'bars' ? 'bar' : 'line', data: series.points, showSymbol: false, symbolSize: 6,
          connectNulls: false, itemStyle: { color: paint }, stack: bars ? 'all' : undefined, barCategoryGap: '20%',
          lineStyle: { color: paint, width: 1.8, type: series.style === 'dashed' ? [4, 4] : 'solid' },
          areaStyle: series.style === 'area' ? { color: paint, opacity: 0.12 } : undefined,
          emphasis: { disabled: true },
          markLine: index === 0 ? markers(content, colour) : undefined,
        };
      }),
      {
        id: 'exemplars', name: 'Trace', type: 'scatter', symbol: 'diamond', symbolSize: 8, z: 5, cursor: 'pointer',
        itemStyle: { color: colour('surface'), borderColor: colour('accent'), borderWidth: 1.5 },
        data: content.exemplars.map(one => ({ value: [one.time, one.value], address: one.address })),
      },
    ],
  };
}

function markers(content, colour) {
  return {
    silent: false, symbol: 'none', animation: false,
    label: { show: false },
    tooltip: { trigger: 'item', formatter: mark => escape(mark.name) },
    data: content.markers.map(mark => ({
      xAxis: mark.time, name: mark.text, lineStyle: { color: colour(mark.bad ? 'worse' : 'muted'), type: [2, 3], width: 1.4 },
    })),
  };
}

function heat(content, colour, tip) {
  const { columns, rows, cells, unknown } = content.heat;
  const most = Math.max(1, ...cells.map(cell => cell[2]));
  const from = rgb(colour('heat-0')), to = rgb(colour('heat-1'));
  const shade = count => {
    const share = 0.14 + 0.86 * Math.log1p(count) / Math.log1p(most);
    return `rgb(${from.map((value, index) => Math.round(value + (to[index] - value) * share)).join(',')})`;
  };
  const time = at => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: content.utc ? 'UTC' : undefined }).format(at);
  return {
    tooltip: { ...tip, trigger: 'item', formatter: point => point.data.unknown ? 'Not kept that far back' : `${time(columns[point.data.value[0]])}<br>${escape(rows[point.data.value[1]])}<br><b>${point.data.value[2]}</b> requests` },
    xAxis: {
      type: 'category', data: columns.map(time), axisLine: { lineStyle: { color: colour('line') } }, axisTick: { show: false },
      axisLabel: { color: colour('muted'), fontSize: 11, hideOverlap: true, interval: Math.ceil(columns.length / 6) }, splitArea: { show: false },
    },
    yAxis: {
      type: 'category', data: rows, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colour('muted'), fontSize: 11, interval: Math.max(0, Math.ceil(rows.length / 8) - 1) },
    },
    series: [{
      id: 'heat', type: 'heatmap', emphasis: { itemStyle: { borderColor: colour('text'), borderWidth: 1 } },
      data: [
        ...cells.map(cell => ({ value: cell, itemStyle: { color: shade(cell[2]) } })),
        ...unknown.flatMap(column => rows.map((_, row) => ({ value: [column, row, 0], unknown: true, itemStyle: { color: colour('sunken') } }))),
      ],
    }],
  };
}

function tooltip(points, content, colour) {
  const shown = points.filter(point => point.seriesId !== 'exemplars' && point.value[1] != null).sort((a, b) => b.value[1] - a.value[1]).slice(0, 12);
  if (shown.length === 0) {
    return '';
  }
  const at = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: content.utc ? 'UTC' : undefined,
  }).format(points[0].value[0]);
  const rows = shown.map(point =>
    `<div style="display:flex;justify-content:space-between;gap:20px;line-height:1.6"><span><span style="display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:8px;background:${point.color}"></span>`
    + `${escape(point.seriesName)}</span><b style="font-variant-numeric:tabular-nums">${write(point.value[1], content.unit)}</b></div>`);
  return `<div style="color:${colour('muted')};margin-bottom:3px">${at}</div>${rows.join('')}`;
}

/** Lets the viewer draw over a stretch of time. */
function zoom(element, chart, current, owner) {
  const surface = chart.getZr();
  const shade = document.createElement('div');
  shade.className = 'zoom';
  let from = null;
  const within = x => Math.min(Math.max(x, 0), element.clientWidth);
  surface.on('mousedown', event => { from = event.offsetX; });
  surface.on('mousemove', event => {
    if (from !== null && Math.abs(event.offsetX - from) > 6) {
      element.append(shade);
      shade.style.left = `${Math.min(from, within(event.offsetX))}px`;
      shade.style.width = `${Math.abs(within(event.offsetX) - from)}px`;
    }
  });
  const finish = event => {
    const drawn = shade.isConnected;
    const [left, right] = [Math.min(from, event.offsetX), Math.max(from, event.offsetX)];
    from = null;
    shade.remove();
    if (drawn && !current().heat) {
      const at = x => chart.convertFromPixel({ xAxisIndex: 0 }, x);
      owner.invokeMethodAsync('ZoomAsync', Math.max(current().from, at(left)), Math.min(current().to, at(right)));
    }
  };
  surface.on('mouseup', event => from !== null && finish(event));
  surface.on('globalout', () => { from = null; shade.remove(); });
}

function rgb(colour) {
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}

/** Labels come from senders: they are text, whatever they contain. */
function escape(text) {
  const span = document.createElement('span');
  span.textContent = text ?? '';
  return span.innerHTML;
}

function write(value, unit) {
  switch (unit) {
    case 's': return duration(value * 1000);
    case 'ms': return duration(value);
    case 'us': return duration(value / 1000);
    case 'ns': return duration(value / 1e6);
    case 'By': return bytes(value);
    case '%': return `${compact(value)} %`;
    case 'share': return `${compact(value * 100)} %`;
    case '/s': return `${compact(value)}/s`;
    default: return compact(value);
  }
}

function duration(milliseconds) {
  const size = Math.abs(milliseconds);
  return size === 0 ? '0' : size < 1 ? `${compact(milliseconds * 1000)} µs` : size < 1000 ? `${compact(milliseconds)} ms`
    : size < 60_000 ? `${compact(milliseconds / 1000)} s` : size < 3_600_000 ? `${compact(milliseconds / 60_000)} m` : `${compact(milliseconds / 3_600_000)} h`;
}

function bytes(value) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${compact(value)} ${units[unit]}`;
}

function compact(value) {
  const size = Math.abs(value);
  const [divisor, unit] = size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : size >= 1e4 ? [1e3, 'K'] : [1, ''];
  return String(Number((value / divisor).toPrecision(3))) + unit;
}
