namespace Sophia.LocalHost.Proxy;

/// <summary>
/// The request that is under way on a client's connection, as far as HTTP/1.1 tells: between two of them the connection
/// can go on with another replica, and one that no replica has begun to answer can be asked again. Anything else that
/// passes (TLS, WebSockets, answers without an end) is left to itself.
/// </summary>
internal sealed class HttpExchange
{
    // Larger ones cannot be asked again. Held only while the request is under way.
    private const int LargestCopy = 16 * 1024;

    // A request that takes its replicas along must not take all of them.
    private const int MostRepetitions = 2;

    private readonly Lock _gate = new();
    private readonly HttpFraming _request = new(isAnswer: false);
    private readonly HttpFraming _answer = new(isAnswer: true);
    private ProxyTarget? _target;
    private State _state;
    private byte[] _copy = [];
    private int _length;
    private int _repetitions;
    private bool _isSent;

    private enum State
    {
        /// <summary>Nothing is under way.</summary>
        Idle,

        /// <summary>No byte of the answer has come.</summary>
        Asked,

        /// <summary>The client has a part of the answer.</summary>
        Answered,

        /// <summary>What passes cannot be followed.</summary>
        Unknown,
    }

    /// <summary>Whether every request has its whole answer.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _state == State.Idle;
            }
        }
    }

    /// <summary>Whether the client need not notice that its replica is gone.</summary>
    public bool CanGoOn
    {
        get
        {
            lock (_gate)
            {
                return _state switch
                {
                    State.Idle => true,
                    // What may have been begun is only begun again where that changes nothing.
                    State.Asked => _length <= LargestCopy && (!_isSent || _request.Method is "GET" or "HEAD" or "OPTIONS") && _repetitions < MostRepetitions,
                    State.Answered or State.Unknown => false,
                };
            }
        }
    }

    /// <summary>Begins with a replica.</summary>
    /// <returns>What is to be asked again; empty where nothing is.</returns>
    public ReadOnlyMemory<byte> Attach(ProxyTarget target)
    {
        lock (_gate)
        {
            _target = target;
            if (_state != State.Asked)
            {
                return ReadOnlyMemory<byte>.Empty;
            }

            _repetitions += _isSent ? 1 : 0;
            target.Begin();
            return _copy.AsMemory(0, _length);
        }
    }

    /// <summary>The replica is gone, or is left.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            if (_state is State.Asked or State.Answered)
            {
                _target?.End();
            }

            _target = null;
        }
    }

    /// <summary>The client has sent bytes, which are about to be passed on.</summary>
    /// <returns>Whether the replica may have them; not where they begin a request and it is stopping.</returns>
    public bool Ask(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var begins = _state == State.Idle;
            if (begins)
            {
                _state = State.Asked;
                _target!.Begin();
            }

            if (_state is State.Asked or State.Answered)
            {
                Keep(bytes);
                // A request before the last one's answer has its end would need a queue of them, and nobody sends that.
                if (_request.Read(bytes) < bytes.Length || _request.IsUnknown)
                {
                    GiveUp();
                }
            }

            // Counted first: a replica that stops waits for those that are counted.
            return !begins || _state != State.Asked || _target!.State >= TargetState.Running;
        }
    }

    /// <summary>The bytes have been passed on.</summary>
    public void Sent()
    {
        lock (_gate)
        {
            _isSent = true;
        }
    }

    /// <summary>The replica has sent bytes.</summary>
    public void Answer(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_state == State.Unknown)
            {
                return;
            }

            if (_state == State.Idle)
            {
                // Nobody has asked.
                GiveUp();
                return;
            }

            (_state, _copy) = (State.Answered, []);
            _answer.IsWithoutBody = _request.Method == "HEAD";
            if (_answer.Read(bytes) < bytes.Length || _answer.IsUnknown)
            {
                GiveUp();
            }
            else if (_answer.HasEnded && _request.HasEnded)
            {
                // A client that was told of the end waits for it.
                End(_answer.IsLast ? State.Unknown : State.Idle);
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length <= LargestCopy && _state == State.Asked)
        {
            Array.Resize(ref _copy, _length + bytes.Length);
            bytes.CopyTo(_copy.AsSpan(_length));
        }
        else
        {
            _copy = [];
        }

        // Also where it is too much to keep, so that its length says so.
        _length += bytes.Length;
    }

    private void GiveUp() => End(State.Unknown);

    private void End(State next)
    {
        if (_state is State.Asked or State.Answered)
        {
            _target?.End();
        }

        (_state, _copy, _length, _repetitions, _isSent) = (next, [], 0, 0, false);
        _request.Reset();
        _answer.Reset();
    }
}
