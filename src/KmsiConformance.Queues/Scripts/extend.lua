-- Whoever works holds on to what it has.
-- KEYS plan, leases, holders · ARGV filling, holder, lease in ms, then the scenarios
-- Returns how many of them are still its own; -1 where the queue is not there any more.
if redis.call('HGET', KEYS[1], 'filling') ~= ARGV[1] then
    return -1
end
local time = redis.call('TIME')
local ends = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000) + tonumber(ARGV[3])
local held = 0
for i = 4, #ARGV do
    if redis.call('HGET', KEYS[3], ARGV[i]) == ARGV[2] then
        redis.call('ZADD', KEYS[2], string.format('%.0f', ends), ARGV[i])
        held = held + 1
    end
end
return held
