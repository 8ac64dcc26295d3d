// What must work before the circuit and without it: the language and the way past the navigation.

document.addEventListener('change', event => {
  if (event.target.matches('[data-language]')) {
    document.cookie = `language=${event.target.value}; path=/; max-age=31536000; samesite=lax`;
    // Texts come from the server; the address holds all of the page's state.
    location.reload();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-skip]')) {
    event.preventDefault();
    document.getElementById('content').focus();
  }
});

// A field that holds a file already does not notice when one of the same name is dropped, which may have been mended meanwhile.
document.addEventListener('drop', event => {
  if (event.target.matches('input[type=file]')) {
    event.target.value = '';
  }
}, true);
